//! Marks that the document itself explains: `（◎：会長　○：委員　●：事務局）` above `○費用は。` and `●３千万円です。`

use crate::leading::is_told;
use crate::lexicon::any_of::AnyOf;
use crate::line::Line;
use crate::rules::plain_circle;
use crate::rules::verbatim::is_mark;
use crate::span::{Span, is_space};
use crate::text::normal_form;
use crate::trailing::{is_close, is_open};
use crate::verbatim::speaker::{Speaker, Strength};
use crate::verbatim::{Head, Voice};

/// The rule of such a head, as `explain` shows it.
pub(crate) const RULE: &str = "head.legend";

/// The fewest lines that marks of a legend open.
const FEWEST: usize = 3;

/// What is in every legend: one of its marks stands right before a sign. Most documents have none of these.
static SIGNS: AnyOf = AnyOf::new(&[
    "●：", "●:", "●は", "●＝", "●=", "●…", "◎：", "◎:", "◎は", "◎＝", "◎=", "◎…", "○：", "○:", "○は", "○＝", "○=",
    "○…", "→：", "→は", "■：", "■は", "□：", "◆：", "◇：", "△：", "▲：",
]);

/// What one mark stands for.
struct Entry {
    mark: char,
    name: String,
    speaker: Speaker,
    /// Where the legend says so.
    at: Span,
}

/// The turns that explained marks open; none where names stand behind the marks, or where two marks are not in use.
pub(super) fn heads(body: &[Line], source: &str) -> Vec<Head> {
    if !SIGNS.is_in(source) {
        return Vec::new();
    }
    let Some((legend, entries)) = (0..body.len()).find_map(|at| Some((at, entries(&body[at], source)?))) else {
        return Vec::new();
    };
    let opened = (legend + 1..body.len()).filter_map(|at| head(&body[at], at, &entries, source));
    let heads: Vec<Head> = opened.collect();
    // ○窓口を一つにしたい（厚木市）: who said it stands at the end. ○佐藤花子 says nothing.
    let named = heads.iter().filter(|head| head.text[0].of(source).ends_with(is_close)).count();
    let told = heads.iter().filter(|head| is_told(head.text[0].of(source))).count();
    if named * 2 >= heads.len() || told * 2 <= heads.len() {
        return Vec::new();
    }
    let first = heads.first().map(|head| head.marks[0].of(source));
    let several = heads.iter().any(|head| Some(head.marks[0].of(source)) != first);
    if several && heads.len() >= FEWEST { heads } else { Vec::new() }
}

fn head(line: &Line, at: usize, entries: &[Entry], source: &str) -> Option<Head> {
    let mark = plain_circle(line.first(source)?);
    let entry = entries.iter().find(|entry| entry.mark == mark)?;
    let text = line.text(source);
    let behind = text[line.first(source)?.len_utf8()..].trim_start_matches(is_space);
    let start = line.span.end - behind.len();
    let word = behind.split(|c: char| is_space(c) || matches!(c, '：' | ':')).next()?;
    // ○鈴木委員: the name itself stands behind the mark.
    let named = Speaker::of(&normal_form(word, &[Span::new(0, word.len())])).strength == Strength::Role;
    let begins = behind.starts_with(|c: char| !is_mark(c));
    (begins && !named).then(|| Head {
        line: at,
        height: 1,
        rule: RULE,
        voice: Voice::Explained { name: entry.name.clone(), speaker: entry.speaker.clone(), at: entry.at },
        label: Vec::new(),
        marks: vec![Span::new(line.span.start, start).trim(source)],
        text: vec![Span::new(start, line.span.end)],
    })
}

/// The entries of a line that explains two marks at least, and whose words for each are a speaker.
fn entries(line: &Line, source: &str) -> Option<Vec<Entry>> {
    let text = line.text(source);
    if line.width > 120
        || !text.contains(['：', ':', 'は', '＝', '=', '…'])
        || text.chars().filter(|c| explained(*c)).nth(1).is_none()
    {
        return None;
    }
    // （１）担当（○：厚木市　●：愛川町） says whose a thing is, and not who speaks.
    let front = text.trim_start_matches(|c: char| is_space(c) || is_open(c) || c == '※');
    if !front
        .trim_start_matches("凡例")
        .trim_start_matches(|c: char| is_space(c) || "：:".contains(c))
        .starts_with(explained)
    {
        return None;
    }
    let marks = text.char_indices().filter(|(_, c)| explained(*c));
    let found: Vec<Entry> = marks.filter_map(|(at, mark)| entry(line, at, mark, source)).collect();
    let several = found.first().is_some_and(|first| found.iter().any(|other| other.mark != first.mark));
    several.then_some(found)
}

/// `●は事務局の発言`: one mark, a sign, and who it is.
fn entry(line: &Line, at: usize, mark: char, source: &str) -> Option<Entry> {
    let behind = &line.text(source)[at + mark.len_utf8()..];
    let rest = behind.trim_start_matches(is_space);
    let sign = ["：", ":", "は", "＝", "=", "……", "…", "・・・"].iter().find(|sign| rest.starts_with(**sign))?;
    let rest = rest[sign.len()..].trim_start_matches(is_space);
    let end =
        rest.find(|c: char| is_space(c) || explained(c) || "、，,）)】］]〕／/。".contains(c)).unwrap_or(rest.len());
    let words = rest[..end].trim_end_matches(['を', '示', 'す']);
    let said = ["の発言", "発言", "の意見", "意見", "の回答", "回答", "の説明", "説明", "からの質問", "の質問"];
    let words = said.iter().find_map(|said| words.strip_suffix(said)).unwrap_or(words);
    let start = line.span.end - rest.len();
    let at = Span::new(start, start + words.len());
    let name = normal_form(source, &[at]);
    let speaker = Speaker::of(&name);
    (speaker.strength >= Strength::Organization).then(|| Entry { mark: plain_circle(mark), name, speaker, at })
}

fn explained(c: char) -> bool {
    is_mark(c) || matches!(c, '→' | '⇒' | '・' | '▪')
}
