//! A person's corrections: what they change, what they leave alone, and that nothing is lost.

mod generate;

use generate::positions::faults;
use giji::corrections::Corrections;
use giji::{Code, Document, Options};

/// A document with its corrections; every character is still in one place.
fn corrected(text: &str, corrections: &str) -> Document {
    let options = Options::named("a.txt");
    let mut document = giji::parse_str(text, &options).document;
    Corrections::from_toml(corrections).unwrap().apply(&mut document, text.as_bytes(), &options).unwrap();
    assert_eq!(faults(&serde_json::to_value(&document).unwrap(), text), [] as [String; 0]);
    document
}

fn minutes(opinions: &str) -> String {
    format!(
        "第３回県央地域連絡会議の概要\n１ 日時：平成29年２月１日（水）14：00～16：00\n２ 場所：保健所\n３ 議題\n（１）取組について\n（主な意見）\n{opinions}\n（以上）\n"
    )
}

fn correction(kind: &str, quote: &str, more: &str) -> String {
    format!("[[correction]]\ndocument = \"a\"\nkind = \"{kind}\"\nquote = \"{quote}\"\n{more}\n")
}

/// Text and speaker of each opinion.
fn said(document: &Document) -> Vec<(String, String)> {
    let value = serde_json::to_value(document).unwrap();
    let mut found = Vec::new();
    collect(&value["sections"], &mut found);
    found
}

fn collect(sections: &serde_json::Value, found: &mut Vec<(String, String)>) {
    for section in sections.as_array().into_iter().flatten() {
        for opinion in section["opinions"].as_array().into_iter().flatten() {
            let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
            found.push((text(&opinion["text"]), text(&opinion["attribution"]["label"])));
        }
        collect(&section["sections"], found);
    }
}

/// Label and organization of each party.
fn parties(document: &Document) -> Vec<(String, Option<String>)> {
    let opinions = document
        .sections
        .iter()
        .flat_map(|one| one.sections.iter().chain([one]))
        .flat_map(|one| one.sections.iter().chain([one]).flat_map(|one| &one.opinions).collect::<Vec<_>>());
    let parties = opinions.filter_map(|one| one.attribution.as_ref()).flat_map(|one| &one.parties);
    parties.map(|one| (one.label.clone(), one.organization.clone())).collect()
}

fn pair(text: &str, label: &str) -> (String, String) {
    (text.to_owned(), label.to_owned())
}

#[test]
fn two_opinions_with_a_speaker_each_are_not_joined() {
    let text = minutes("・顔の見える関係が大切だ。（厚木市、愛川町）\n・市の補助がほしい。（厚木市立病院）");
    let quote = "顔の見える関係が大切だ。（厚木市、愛川町） ・市の補助がほしい。";
    let document = corrected(&text, &correction("join", quote, ""));
    assert_eq!(
        said(&document),
        [pair("顔の見える関係が大切だ。", "厚木市、愛川町"), pair("市の補助がほしい。", "厚木市立病院")]
    );
    let stale: Vec<_> = document.diagnostics.iter().filter(|one| one.code == Code::StaleCorrection).collect();
    assert_eq!(stale.len(), 1);
    assert!(stale[0].message.contains("more than one of its opinions names a speaker"), "{}", stale[0].message);
    assert!(document.corrections.is_empty());
}

#[test]
fn two_opinions_with_one_speaker_are_joined_and_keep_all_marks() {
    for (lines, quote) in [
        ("・補助が\n・ほしい。（厚木市）", "補助が ・ほしい。"),
        ("・補助が（厚木市）\n・ほしい。", "補助が（厚木市） ・ほしい。"),
    ] {
        let document = corrected(&minutes(lines), &correction("join", quote, ""));
        assert_eq!(said(&document), [pair("補助がほしい。", "厚木市")], "{lines}");
        assert_eq!(document.corrections.len(), 1);
    }
}

#[test]
fn an_organization_is_corrected_only_where_the_quotation_is_the_whole_label() {
    let text = minutes("・甲の話。（厚木市立病院）\n・乙の話。（市立 病院）\n・丙の話。（平塚市立病院、市立病院）");
    let target = "organization = \"小田原市立病院\"";
    let plain = giji::parse_str(&text, &Options::named("a.txt")).document;
    let document = corrected(&text, &correction("organization", "市立病院", target));
    let (before, after) = (parties(&plain), parties(&document));
    assert_eq!(after.len(), 4);
    for (was, now) in before.iter().zip(&after) {
        if was.0.replace(" ", "") == "市立病院" {
            assert_ne!(was.1, now.1);
        } else {
            assert_eq!(was, now);
        }
    }
    assert_eq!(after[1].1, after[3].1);
    assert_eq!(document.corrections.len(), 2);
}

#[test]
fn a_bracket_of_which_a_part_is_quoted_stays_a_speaker() {
    let text = minutes("・甲の話。（厚木市、愛川町）");
    let document = corrected(&text, &correction("not-speaker", "厚木市", ""));
    assert_eq!(said(&document), [pair("甲の話。", "厚木市、愛川町")]);
    let whole = corrected(&text, &correction("not-speaker", "厚木市、愛川町", ""));
    assert_eq!(said(&whole), [pair("甲の話。（厚木市、愛川町）", "")]);
}
