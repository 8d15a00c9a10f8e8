//! Who asks next, and about what, between an answer and a question: `大森　葵　議員` above `通学路について`.

use crate::blocks::ends_sentence;
use crate::line::Line;
use crate::rules::headings::Numbering;
use crate::rules::verbatim::is_mark;
use crate::span::{Span, is_space};
use crate::text::normal_form;
use crate::values::person_name::is_known_name;
use crate::verbatim::heading::Heading;
use crate::verbatim::layout::Role;
use crate::verbatim::{Head, Voice};

/// How many lines may stand between an answer and a question.
const MOST: usize = 5;

/// Marks such lines as headings; gives the first one above the first question.
pub(super) fn mark_askers(body: &[Line], source: &str, heads: &[Head], roles: &mut [Role]) -> Option<usize> {
    let mut first = None;
    for (number, head) in heads.iter().enumerate().filter(|(_, head)| matches!(head.voice, Voice::Question)) {
        let after = number.checked_sub(1).map_or(0, |before| heads[before].line + heads[before].height);
        let top = head.line.saturating_sub(MOST).max(after);
        let short = |at: &usize| matches!(roles[*at], Role::Speech) && is_short(&body[*at], source);
        let top = (top..head.line).rev().take_while(short).last().unwrap_or(head.line);
        let Some(asker) = (top..head.line).rev().find(|at| names_asker(&body[*at], source)) else {
            // 学校給食について between two of one councillor's questions.
            if let Some(topic) =
                head.line.checked_sub(1).filter(|topic| top <= *topic && is_topic(body, *topic, source))
            {
                roles[topic] = Role::Heading(heading(&body[topic], Numbering::None));
            }
            continue;
        };
        roles[asker] = Role::Heading(heading(&body[asker], Numbering::Person));
        for at in asker + 1..head.line {
            let opens = at == asker + 1;
            roles[at] = if opens { Role::Heading(heading(&body[at], Numbering::None)) } else { Role::HeadingGoesOn };
        }
        first = first.or((number == 0).then_some(asker));
    }
    first
}

/// Makes headings of names above the heads of turns, `◇　池　上　直　子　君` above `○議長（…）`: who asks next, and says nothing there.
pub(super) fn mark_persons(body: &[Line], source: &str, heads: &[Head], roles: &mut [Role]) {
    for pair in heads.windows(2) {
        let (head, next) = (&pair[0], &pair[1]);
        let Voice::Speaker { name, speaker } = &head.voice else { continue };
        let mark = body[head.line].first(source);
        let honoured = name.ends_with(['君', '氏']) || name.ends_with("議員") || name.ends_with("さん");
        let beside = head.text.is_empty() && next.line == head.line + head.height;
        let apart = mark.is_some_and(is_mark) && mark != body[next.line].first(source);
        if beside && apart && honoured && speaker.person.is_some() {
            let (marks, text, indent) = (head.marks.clone(), head.label.clone(), body[head.line].indent);
            roles[head.line] =
                Role::Heading(Heading { numbering: Numbering::Person, marks, label: None, text, indent });
        }
    }
}

fn heading(line: &Line, numbering: Numbering) -> Heading {
    Heading { numbering, marks: Vec::new(), label: None, text: vec![line.span], indent: line.indent }
}

/// Whether a line is no sentence and no full line of one.
fn is_short(line: &Line, source: &str) -> bool {
    line.width <= 50 && !line.text(source).ends_with(['。', '、', '，'])
}

/// `学校給食について`, `空き家の活用は` behind a finished sentence: words that no sentence ends with, and that nothing counts.
fn is_topic(body: &[Line], at: usize, source: &str) -> bool {
    let line = &body[at];
    let open = ["について", "は", "を", "へ", "に", "の", "とは"].iter().any(|end| line.text(source).ends_with(end));
    let told = at.checked_sub(1).is_some_and(|above| body[above].last(source).is_some_and(ends_sentence));
    open && told && !Heading::of(line, source).is_some_and(|heading| heading.is_numbered())
}

/// `大森　葵　議員`, `◆大森議員`, `大森　葵`; `町議会議員` is nobody's name.
fn names_asker(line: &Line, source: &str) -> bool {
    const NOBODY: [&str; 8] = ["会", "全", "各", "女性", "新人", "子ども", "の", "若手"];
    let text = line.text(source);
    let bare = text.trim_start_matches(['○', '●', '◆', '◇', '■', '□', '◎', '★']);
    let start = line.span.start + text.len() - bare.len();
    let name = normal_form(source, &[Span::new(start, line.span.end)]);
    let parts = |name: &str| name.split(is_space).filter(|part| !part.is_empty()).count();
    let bare = || (parts(&name) == 2 && is_known_name(&name)).then_some(name.as_str());
    let Some(name) = name.strip_suffix("議員").map(str::trim_end).or_else(bare) else { return false };
    let letters = name.chars().filter(|c| !c.is_whitespace());
    let person = letters.clone().all(|c| matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ー' | '々' | '\u{3400}'..='\u{9fff}'));
    person && (2..=7).contains(&letters.count()) && !NOBODY.iter().any(|word| name.ends_with(word))
}

#[cfg(test)]
mod tests {
    use crate::Options;

    #[test]
    fn the_next_one_who_asks_is_no_part_of_the_answer() {
        let text = "一般質問\n問　空き家の数は。\n答　312件である。\n問　補助は。\n答　検討する。\n大森　葵　議員\n通学路について\n問　点検は。\n答　毎年行う。\n";
        let document = crate::parse_str(text, &Options::default()).document;
        let last = document.sections.last().expect("a section");
        assert_eq!(last.heading.as_deref(), Some("大森 葵 議員"));
        let topic = &last.sections[0];
        assert_eq!(topic.heading.as_deref(), Some("通学路について"));
        let said: Vec<&str> = topic.opinions.iter().map(|opinion| opinion.text.as_str()).collect();
        assert_eq!(said, ["点検は。", "毎年行う。"]);
    }

    #[test]
    fn a_second_question_and_a_further_topic_are_no_part_of_the_answer() {
        let text = "一般質問\n（１）学校\n問　統合は。\n答　話し合っている。\n再質問　時期は。\n答　来年度である。\n学校給食について\n問　無償化は。\n答　検討する。\n";
        let document = crate::parse_str(text, &Options::default()).document;
        let said: Vec<&str> = document.all_opinions().map(|opinion| opinion.text.as_str()).collect();
        assert_eq!(said, ["統合は。", "話し合っている。", "時期は。", "来年度である。", "無償化は。", "検討する。"]);
    }
}
