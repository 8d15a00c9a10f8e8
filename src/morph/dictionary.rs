//! The dictionary: IPADIC reduced to parts of speech, unpacked by the build script (see `data/NOTICE.ipadic.txt`).

use std::sync::{Arc, LazyLock};

use lindera::mode::Mode;
use lindera::segmenter::Segmenter;
use lindera_dictionary::LinderaResult;
use lindera_dictionary::dictionary::Dictionary;
use lindera_dictionary::dictionary::character_definition::CharacterDefinition;
use lindera_dictionary::dictionary::connection_cost_matrix::ConnectionCostMatrix;
use lindera_dictionary::dictionary::metadata::Metadata;
use lindera_dictionary::dictionary::prefix_dictionary::PrefixDictionary;
use lindera_dictionary::dictionary::unknown_dictionary::UnknownDictionary;
use lindera_dictionary::include_bytes_aligned;

static TRIE: &[u8] = include_bytes_aligned!(concat!(env!("OUT_DIR"), "/dict.trie"));
static VALUE_INDEXES: &[u8] = include_bytes_aligned!(concat!(env!("OUT_DIR"), "/dict.valsidx"));
static VALUES: &[u8] = include_bytes_aligned!(concat!(env!("OUT_DIR"), "/dict.vals"));
static WORD_INDEXES: &[u8] = include_bytes_aligned!(concat!(env!("OUT_DIR"), "/dict.wordsidx"));
static WORDS: &[u8] = include_bytes_aligned!(concat!(env!("OUT_DIR"), "/dict.words"));
static MATRIX: &[u8] = include_bytes_aligned!(concat!(env!("OUT_DIR"), "/matrix.mtx"));
static CHARACTERS: &[u8] = include_bytes_aligned!(concat!(env!("OUT_DIR"), "/char_def.bin"));
static UNKNOWN: &[u8] = include_bytes_aligned!(concat!(env!("OUT_DIR"), "/unk.bin"));
static METADATA: &[u8] = include_bytes_aligned!(concat!(env!("OUT_DIR"), "/metadata.json"));

/// Loaded when first asked for: a document that needs no morphology pays nothing.
static SEGMENTER: LazyLock<Option<Segmenter>> =
    LazyLock::new(|| Some(Segmenter::new(Mode::Normal, load().ok()?, None)));

/// The segmenter; none if the dictionary cannot be read, which a test rules out.
pub(super) fn segmenter() -> Option<&'static Segmenter> {
    SEGMENTER.as_ref()
}

fn load() -> LinderaResult<Dictionary> {
    Ok(Dictionary {
        prefix_dictionary: Arc::new(PrefixDictionary::load(TRIE, VALUE_INDEXES, VALUES, WORD_INDEXES, WORDS)?),
        connection_cost_matrix: Arc::new(ConnectionCostMatrix::load(MATRIX)?),
        character_definition: Arc::new(CharacterDefinition::load(CHARACTERS)?),
        unknown_dictionary: Arc::new(UnknownDictionary::load(UNKNOWN)?),
        metadata: Arc::new(Metadata::load(METADATA)?),
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_dictionary_loads() {
        super::load().expect("the build script unpacked what this version of lindera reads");
    }
}
