//! Brackets alone on their lines that close opinions, `・…難しい。⏎（菅原会長）⏎・…`, and open no turns.

use super::candidate::Candidate;
use crate::line::Line;
use crate::link::judge::{Position, Verdict, judge};
use crate::rules::head::FIELDS;
use crate::rules::summary::{Kind, RULES};
use crate::rules::verbatim::Style;
use crate::rules::{is_bullet, is_circled, is_digit};
use crate::span::is_space;
use crate::text::Text;
use crate::trailing::{Trailing, is_close, is_open};

/// Whether a bracket opens a part of a summary, `【総括】`, `【№１】`, and no turn.
pub(super) fn opens_part(candidate: &Candidate, body: &[Line], source: &str) -> bool {
    let part = |kind: Kind| matches!(kind, Kind::Item | Kind::Other | Kind::Summary | Kind::Opinions);
    let bracketed = candidate.form.style == Style::Bracketed && candidate.form.mark != '（';
    bracketed && RULES.rule(body[candidate.line].text(source)).is_some_and(|rule| part(rule.kind))
}

/// Takes out the brackets that close opinions: where the document counts items, or where the first of them stands behind a
/// bulleted text and what follows nearly each of them opens something.
///
/// Above a speech the same bracket follows a heading, and the speech follows it.
pub(super) fn take_out_closing(all: &mut Vec<Candidate>, body: &[Line], source: &str) {
    let mut alone = all.iter().filter(|candidate| stands_alone(candidate)).peekable();
    if all.iter().any(is_round) && names_close_lines(all, body, source) {
        all.retain(|candidate| !is_round(candidate));
        return;
    }
    if !alone.peek().is_some_and(|first| is_behind_bullet(first.line, body, source)) {
        return;
    }
    let (mut count, mut closing) = (0, 0);
    for candidate in alone {
        count += 1;
        let next = body.get(candidate.line + candidate.height);
        closing += usize::from(next.is_none_or(|next| opens(next, source)));
    }
    if closing * 4 >= count * 3 {
        all.retain(|candidate| !stands_alone(candidate));
    }
}

/// Whether the document counts items, `【№１】…`, as no record of speech does.
pub(super) fn counts_items(body: &[Line], source: &str) -> bool {
    let item = |line: &&Line| {
        let text = line.text(source);
        text.starts_with(['【', '〔', '［', '[', '＜', '《', '≪'])
            && RULES.rule(text).is_some_and(|rule| rule.id.starts_with("item.bracket-number"))
    };
    body.iter().filter(item).nth(1).is_some()
}

/// Whether more lines end with a speaker's bracket, `…と感じる。（長浜市）`, than begin with one.
fn names_close_lines(all: &[Candidate], body: &[Line], source: &str) -> bool {
    let heads = all.iter().filter(|candidate| is_round(candidate)).count();
    let closes = body.iter().filter(|line| {
        let text = line.text(source).trim_end_matches('。');
        let may = text.ends_with(is_close) && !text.starts_with(is_open);
        may && Trailing::of(&[], Text::of(source, &[line.span])).is_some_and(|ending| is_speaker(&ending))
    });
    closes.take(heads.max(2) + 1).count() > heads.max(2)
}

/// Whether what stands in the bracket is a name by itself.
fn is_speaker(ending: &Trailing) -> bool {
    let position = Position { before: ending.before(), last_in_paragraph: true, elsewhere: 0, habit: 0, known: false };
    ending.is_closed && judge(ending.content(), &position).verdict == Verdict::Speaker
}

/// `（…）` at the beginning of a line.
fn is_round(candidate: &Candidate) -> bool {
    candidate.form.style == Style::Bracketed && matches!(candidate.form.mark, '（' | '〔' | '［' | '[')
}

fn stands_alone(candidate: &Candidate) -> bool {
    // （菅原会長）。: a full stop behind it says nothing.
    let length: usize = candidate.text.iter().map(|text| text.end - text.start).sum();
    is_round(candidate) && length <= '。'.len_utf8()
}

/// Whether the nearest line above that begins with a mark begins with a bullet: what stands between is its text.
fn is_behind_bullet(at: usize, body: &[Line], source: &str) -> bool {
    let above = body[..at].iter().rev().take(LONGEST);
    above.into_iter().find(|line| opens(line, source)).and_then(|line| line.first(source)).is_some_and(is_bullet)
}

/// In lines: no opinion is looked through further.
const LONGEST: usize = 40;

/// Whether a line begins with what opens a text or a part.
fn opens(line: &Line, source: &str) -> bool {
    let mut chars = line.text(source).chars();
    let (Some(first), second) = (chars.next(), chars.next()) else { return false };
    let lettered = ('ア'..='ン').contains(&first) || "一二三四五六七八九十第".contains(first);
    let apart = second.is_some_and(|c| is_space(c) || is_digit(c) || "、．.".contains(c));
    is_bullet(first)
        || is_circled(first)
        || is_digit(first)
        || "（(【〔［[〈＜<※№ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ".contains(first)
        || lettered && apart
        || RULES.rule(line.text(source)).is_some()
        || FIELDS.rule(line.text(source)).is_some()
}

#[cfg(test)]
mod tests {
    use crate::model::SectionKind;
    use crate::options::Options;

    #[test]
    fn a_bracket_alone_below_a_bulleted_text_closes_it() {
        let text = "第２回連絡会議の概要\n\n（主な意見）\n①連携\n【№１】会議\n・難しい。\n（菅原会長）\n・続けたい。\n（山田委員）\n【№２】研修\n・増やす。\n（菅原会長）\n";
        let document = crate::parse_str(text, &Options::default()).document;
        let theme = &document.sections.iter().flat_map(|section| &section.sections).next().expect("a theme");
        assert_eq!(theme.kind, SectionKind::Theme);
        let labels = theme.sections.iter().flat_map(|item| &item.opinions).map(|opinion| {
            let label = opinion.attribution.as_ref().map_or("", |attribution| &attribution.label);
            (opinion.text.clone(), label.to_owned())
        });
        let want = [("難しい。", "菅原会長"), ("続けたい。", "山田委員"), ("増やす。", "菅原会長")];
        assert_eq!(labels.collect::<Vec<_>>(), want.map(|(text, label)| (text.to_owned(), label.to_owned())));
    }
}
