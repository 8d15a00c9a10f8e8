//! Names that stand alone above what their bearers said: `【厚木市】⏎・増やしたい。⏎・名簿が要る。`

use crate::apart::FAR_IN;
use crate::element::{Element, Kind};
use crate::leading::{is_name, is_name_among_others, is_told};
use crate::lexicon::{forms, roles};
use crate::link::shape::Shape;
use crate::rules::summary::Kind as Part;
use crate::span::Span;
use crate::text::{Text, normal_form};
use crate::trailing::{Trailing, is_close};
use crate::values::person_name::{is_whole_name, key};

/// What decides such a line, as `explain` shows it.
pub(crate) const RULE: &str = "heading.speaker";

/// A name alone on its line.
struct Label {
    at: usize,
    /// The name without its brackets.
    name: Span,
    /// The bracket or mark before it; a space where nothing marks it.
    sign: char,
    words: String,
    /// Whether what stands below is a sentence: `・病床数300` is a fact about a hospital.
    told: bool,
    /// Whether what stands below names its own speaker: `・増やしたい（厚木市）`.
    named: bool,
}

/// Makes headings of the names above opinions, where two at least are plainly names of different bearers.
pub(super) fn mark(elements: &mut [Element], source: &str) {
    let labels: Vec<Label> = (0..elements.len()).filter_map(|at| label(elements, at, source)).collect();
    let sure: Vec<&Label> = labels.iter().filter(|label| names(&label.words)).collect();
    let Some(first) = sure.first() else { return };
    let several = sure.iter().any(|label| label.words != first.words && label.sign == first.sign);
    let alike = labels.iter().filter(|label| label.sign == first.sign);
    let (mut all, mut named, mut likely, mut told, mut voiced) = (0, 0, 0, 0, 0);
    for label in alike {
        all += 1;
        voiced += usize::from(label.named);
        named += usize::from(names(&label.words));
        likely += usize::from(may_name(&label.words));
        told += usize::from(label.told);
    }
    // 【家族への支援】 above ・短期入所が足りない（厚木市） is what they speak of.
    // 警察署, ひまわり beside 厚木市: what stands there is a name, or may be.
    let named = named * 2 >= all || named * 4 >= all && likely * 10 >= all * 9;
    if !several || !named || told * 2 <= all || voiced * 2 >= all {
        return;
    }
    let sign = first.sign;
    for label in labels.iter().filter(|label| label.sign == sign && may_name(&label.words)) {
        let element = &mut elements[label.at];
        let whole = element.text[0];
        let around = [Span::new(whole.start, label.name.start), Span::new(label.name.end, whole.end)];
        element.marks.extend(around.map(|mark| mark.trim(source)).into_iter().filter(|mark| !mark.is_empty()));
        element.text = vec![label.name];
        (element.kind, element.rule) = (Kind::Part(Part::Heading), RULE);
    }
}

/// Whether the words are plainly a body's name, or a person's with the given name.
fn names(words: &str) -> bool {
    is_name(words) || is_person(words)
}

/// Whether the words may be a name where others stand alike.
fn may_name(words: &str) -> bool {
    is_name_among_others(words) || is_person(words)
}

/// `松本由美`, `林　守男`: a family name that is known, and a given one; no body is called so.
pub(crate) fn is_person(words: &str) -> bool {
    let letters = key(words);
    let whole = (3..=6).contains(&letters.chars().count()) && is_whole_name(&letters);
    // 青木病院 is a body; 松本由美 is none, though 松本 is a city.
    let body = forms::of(&letters).is_some_and(|form| form.plain) || Shape::of(&letters).is_government();
    whole && !body && !roles::is_heading(words)
}

/// The name that an element is, if it is one line above an opinion.
fn label(elements: &[Element], at: usize, source: &str) -> Option<Label> {
    let element = &elements[at];
    let next = elements.get(at + 1)?;
    let [text] = element.text.as_slice() else { return None };
    let mark = |element: &Element| element.marks.first().and_then(|mark| mark.of(source).chars().next());
    // 《保健所》 at the right margin ends what stands above it.
    let far = element.indent >= next.indent + FAR_IN;
    let bulleted = next.kind == Kind::Part(Part::Bullet) && !far;
    let sign = match element.kind {
        Kind::Paragraph if bulleted => ' ',
        Kind::Part(Part::Theme | Part::Heading) if element.label.is_none() && bulleted => mark(element).unwrap_or(' '),
        // → 座長 below a text says whose it is.
        Kind::Part(Part::Bullet) if bulleted && mark(element) != mark(next) => {
            mark(element).filter(|mark| !matches!(mark, '→' | '⇒'))?
        }
        _ => return None,
    };
    let written = text.of(source);
    let inside = written.trim_start_matches(OPEN).trim_end_matches(CLOSE);
    let sign = if inside.len() < written.len() { written.chars().next().unwrap_or(sign) } else { sign };
    let start = text.start + (written.len() - written.trim_start_matches(OPEN).len());
    let name = Span::new(start, start + inside.len()).trim(source);
    let words = normal_form(source, &[name]);
    let told = next.text.iter().any(|piece| is_told(piece.of(source)));
    let may = words.chars().nth(1).is_some() && words.chars().nth(24).is_none();
    may.then(|| Label { at, name, sign, words, told, named: names_its_speaker(&next.text, source) })
}

/// Whether a name closes a text: `増やしたい（厚木市）`.
fn names_its_speaker(text: &[Span], source: &str) -> bool {
    let closed = text.last().is_some_and(|last| last.of(source).trim_end_matches('。').ends_with(is_close));
    closed && Trailing::of(&[], Text::of(source, text)).is_some_and(|ending| is_name_among_others(ending.content()))
}

const OPEN: [char; 10] = ['【', '〔', '［', '[', '＜', '<', '〈', '《', '（', '('];
const CLOSE: [char; 12] = ['】', '〕', '］', ']', '＞', '>', '〉', '》', '）', ')', '：', ':'];

#[cfg(test)]
mod tests {
    use crate::options::Options;

    #[test]
    fn a_name_alone_above_opinions_said_them() {
        let text = "第２回連絡会議の概要\n日時：令和５年６月２日\n（１）災害への備えについて\n（主な意見）\n【厚木市】\n・蓄電池を増やす。\n\
                    ・名簿が要る。\n【ひまわり】\n・避難先がない。\n【厚木保健所】\n・続ける。\n（２）その他\n・次回は秋に開く。\n";
        let document = crate::parse_str(text, &Options::default()).document;
        let below = document.sections[0].sections.iter().flat_map(|section| &section.opinions);
        let said = below.map(|opinion| {
            let label = opinion.attribution.as_ref().map_or("", |said| said.label.as_str());
            (opinion.text.as_str(), label)
        });
        let want = [
            ("蓄電池を増やす。", "厚木市"),
            ("名簿が要る。", "厚木市"),
            ("避難先がない。", "ひまわり"),
            ("続ける。", "厚木保健所"),
        ];
        assert_eq!(said.collect::<Vec<_>>(), want);
    }

    #[test]
    fn facts_below_a_name_are_no_opinions_of_it() {
        let text = "第２回連絡会議の概要\n日時：令和５年６月２日\n（１）病院の現況\n【厚木市立病院】\n・病床数300\n・医師45名\n【愛川病院】\n・病床数120\n";
        let document = crate::parse_str(text, &Options::default()).document;
        assert!(document.sections.iter().all(|section| section.opinions.is_empty()), "{:?}", document.sections);
    }

    #[test]
    fn topics_above_opinions_said_nothing() {
        let text = "第２回連絡会議の概要\n日時：令和５年６月２日\n（主な意見）\n【課題】\n・人が足りない。\n【現状】\n・相談が増えた。\n";
        let document = crate::parse_str(text, &Options::default()).document;
        let opinions: Vec<_> = document.sections.iter().flat_map(|section| &section.opinions).collect();
        assert!(opinions.iter().all(|opinion| opinion.attribution.is_none()));
    }
}
