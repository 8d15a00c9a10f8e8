//! Questions that marks announce and whose answers begin with who gives them: `問　…` above `町長　…`, `【質問】…` above `【教育長】…`.

use crate::line::Line;
use crate::span::{Span, is_space};
use crate::text::normal_form;
use crate::trailing::{is_close, is_open};
use crate::verbatim::sides::{asks, names_office};
use crate::verbatim::speaker::Strength;
use crate::verbatim::{Head, Voice};

/// The id of what finds such an answer, as `explain` shows it.
pub(crate) const RULE: &str = "answer.named";

/// The marked questions and the heads that name somebody as one row of heads, if most questions are answered so.
///
/// Without the marks a question would be the last words of the answer above it.
pub(super) fn answered_by_name(marked: &[Head], speakers: Vec<Head>, body: &[Line], source: &str) -> Option<Vec<Head>> {
    // 質問 right above ○委員: the heading of what follows.
    let said = lines(&speakers);
    let heading = |head: &Head| head.text.is_empty() && said.binary_search(&(head.line + head.height)).is_ok();
    let mut heads: Vec<Head> = marked.iter().filter(|head| !heading(head)).cloned().collect();
    add(&mut heads, speakers);
    let below = heads.iter().enumerate().filter(|(_, head)| asks(head)).filter_map(|(at, head)| {
        let end = heads.get(at + 1).map_or(body.len(), |next| next.line);
        (head.line + 1..end).take(MOST).find_map(|line| answer(&body[line], line, source))
    });
    let below = below.collect();
    add(&mut heads, below);
    let questions = heads.iter().filter(|head| asks(head)).count();
    let (mut answered, mut named) = (0, 0);
    for at in 1..heads.len() {
        if !asks(&heads[at - 1]) {
            continue;
        }
        let by_name = heads[at].rule == RULE || is_office(&heads[at].voice);
        if by_name {
            heads[at].voice = Voice::Answer;
        }
        named += usize::from(by_name);
        answered += usize::from(by_name || matches!(heads[at].voice, Voice::Answer));
    }
    // Who cites a question in speech that takes pages has many heads and few questions.
    let rows = questions * 5 >= heads.len();
    (named >= 2 && answered * 3 >= questions * 2 && rows).then_some(heads)
}

/// In lines: no question is looked through further.
const MOST: usize = 12;

/// Puts further heads into their places; a line has one.
fn add(heads: &mut Vec<Head>, more: Vec<Head>) {
    let taken = lines(heads);
    heads.extend(more.into_iter().filter(|head| taken.binary_search(&head.line).is_err()));
    heads.sort_by_key(|head| head.line);
}

/// The lines of heads, which stand in order.
fn lines(heads: &[Head]) -> Vec<usize> {
    heads.iter().map(|head| head.line).collect()
}

fn is_office(voice: &Voice) -> bool {
    matches!(voice, Voice::Speaker { speaker, .. } if speaker.strength == Strength::Role)
}

/// A line that begins with an office, which a bracket, a colon or white space sets off: `町長　令和５年度末で…`, `【教育長】毎年…`.
fn answer(line: &Line, at: usize, source: &str) -> Option<Head> {
    let text = line.text(source);
    let open = text.chars().next().filter(|c| is_open(*c)).map_or(0, char::len_utf8);
    let name = open + text[open..].find(|c: char| is_space(c) || is_close(c) || "：:".contains(c))?;
    let rest = text[name..].trim_start_matches(|c: char| is_space(c) || is_close(c) || "：:".contains(c));
    let span = |start: usize, end: usize| Span::new(line.span.start + start, line.span.start + end).trim(source);
    let label = span(open, name);
    if rest.is_empty() || !names_office(&normal_form(source, &[label])) {
        return None;
    }
    let said = text.len() - rest.len();
    let marks = [span(0, open), span(name, said)].into_iter().filter(|mark| !mark.is_empty());
    let voice = Voice::Answer;
    Some(Head {
        line: at,
        height: 1,
        rule: RULE,
        voice,
        label: vec![label],
        marks: marks.collect(),
        text: vec![span(said, text.len())],
    })
}

#[cfg(test)]
mod tests {
    use crate::Options;

    /// Kind, who, and text of everything that is said.
    fn said(text: &str) -> Vec<(String, String, String)> {
        let document = crate::parse_str(text, &Options::default()).document;
        let row = |opinion: &crate::model::Opinion| {
            let who = opinion.attribution.as_ref().map_or("", |said| said.label.as_str());
            (format!("{:?}", opinion.kind), who.to_owned(), opinion.text.clone())
        };
        document.all_opinions().map(row).collect()
    }

    fn row(kind: &str, who: &str, text: &str) -> (String, String, String) {
        (kind.to_owned(), who.to_owned(), text.to_owned())
    }

    #[test]
    fn a_question_is_not_the_end_of_the_answer_above_it() {
        let want = [
            row("Question", "", "空き家の数は何件か。"),
            row("Answer", "町長", "312件である。"),
            row("Question", "", "補助を増やす考えは。"),
            row("Answer", "建設課長", "検討したい。"),
            row("Question", "", "点検はしているか。"),
            row("Answer", "教育長", "毎年夏に行う。"),
        ];
        let spaced = "つばさ町議会だより\n一般質問\n小森　灯　議員\n空き家対策について\n問　空き家の数は何件か。\n町長　312件である。\n\
                      問　補助を増やす考えは。\n建設課長　検討したい。\n大森　葵　議員\n通学路について\n\
                      問　点検はしているか。\n教育長　毎年夏に行う。\n";
        let bracketed = spaced
            .replace("問　", "【質問】")
            .replace("長　", "長】")
            .replace("\n町", "\n【町")
            .replace("\n教", "\n【教");
        let bracketed = bracketed.replace("\n建", "\n【建");
        let marked =
            spaced.replace("町長　", "答　町長　").replace("建設課長", "答　建設課長").replace("教育長", "答　教育長");
        assert_eq!(said(spaced), want);
        assert_eq!(said(&bracketed), want);
        assert_eq!(said(&marked), want);
    }
}
