//! Headings that this document sets off with a mark of its own choice, `〇審議結果`, `■ 主な質疑と意見`, or with a blank
//! line alone, `審議結果`.

use crate::lexicon::roles;
use crate::line::Line;
use crate::rules::head::FIELDS;
use crate::rules::summary::{Kind as Part, RULES};
use crate::rules::{is_bullet, is_digit, plain_circle};
use crate::span::{Span, is_space};
use crate::trailing::{is_close, is_open};

/// The marks that may stand before headings; the three circles are one.
pub(super) const HEADING_MARKS: [char; 12] = ['○', '●', '■', '□', '◆', '◇', '◎', '★', '☆', '▼', '▽', '▲'];

/// A mark that a document puts before headings.
pub(super) struct HeadingMark {
    pub mark: char,
    /// Whether the mark alone says so, whatever the words: `■様式案について` above lines with bullets of another kind.
    pub any_words: bool,
}

/// In characters; a line of text is not much longer.
const LONGEST: usize = 45;

/// Whether a marked line may be a heading by its length: `■様式案について`, `■災害への備え（停電、避難）について`.
pub(super) fn is_short_heading(text: &str) -> bool {
    let text = REMARKS.iter().find_map(|remark| text.strip_suffix(remark)).unwrap_or(text);
    let mut depth = 0;
    let outside = text.chars().filter(|c| {
        depth += i32::from(is_open(*c)) - i32::from(is_close(*c));
        depth == 0
    });
    // 目標、課題についてのご意見: what the opinions are about, however much it is.
    const ABOUT: [&str; 4] = ["についてのご意見", "についての意見", "に関するご意見", "に関する意見"];
    let listed = outside.filter(|c| *c == '、').count() > 0 && !ABOUT.iter().any(|end| text.ends_with(end));
    text.chars().count() <= LONGEST && !text.contains('。') && !listed && !text.ends_with(['）', ')', '：', ':'])
}

/// The marks most of whose lines are headings with something of another kind below.
pub(super) fn heading_marks(body: &[Line], source: &str) -> Vec<HeadingMark> {
    let first = |line: &Line| line.first(source).map(plain_circle);
    let may = |at: &usize| first(&body[*at]).is_some_and(|c| HEADING_MARKS.contains(&c));
    let marked: Vec<usize> = (0..body.len()).filter(may).collect();
    let habit = |mark: char| {
        let (mut all, mut heads, mut above, mut topics) = (0, 0, 0, 0);
        for (at, line) in marked.iter().map(|at| (*at, &body[*at])).filter(|(_, line)| first(line) == Some(mark)) {
            all += 1;
            let next = body.get(at + 1).and_then(first);
            heads += usize::from(next.is_some_and(|next| next != mark) && is_marked_heading(line.text(source)));
            let bullet = next.is_some_and(|next| next != mark && is_bullet(next));
            // One heading above an item tells as much as two above bullets.
            let item = body.get(at + 1).is_some_and(|next| is_item(next.text(source)));
            // ■ 家族への支援について above （主な意見） says what they are about, a line on who explained it between them or not.
            let voiced = || body[at + 1..].iter().take(2).any(|below| announces_opinions(below, source));
            if !is_short_heading(line.text(source)) {
                continue;
            }
            let part = item || voiced();
            above += usize::from(bullet) + 2 * usize::from(part);
            topics += usize::from((bullet || part) && !ends_as_sentence(line.text(source)));
        }
        let square = !matches!(mark, '○' | '●' | '◎');
        // The title may carry the mark too.
        // One alone: other bullets than it have to be a habit below it.
        let alone = || {
            all == 1
                && above == 1
                && below_is_list(body, marked.iter().copied().find(|at| first(&body[*at]) == Some(mark)), source)
        };
        // ○ opens texts elsewhere: where each of its lines is a topic above others it opens none.
        let any_words = topics >= 2 && topics == all || square && (above >= 2 && above * 2 >= all || alone());
        (any_words || heads >= 2 && heads * 3 >= all * 2).then_some(HeadingMark { mark, any_words })
    };
    HEADING_MARKS.into_iter().filter_map(habit).collect()
}

/// What an agenda says of an item behind its name: `…について（協議）`.
const REMARKS: [&str; 4] = ["（協議）", "（報告）", "（審議）", "（説明）"];

/// `（主な意見）`.
fn announces_opinions(line: &Line, source: &str) -> bool {
    RULES.rule(line.text(source)).is_some_and(|rule| rule.kind == Part::Opinions)
}

/// Whether the line below is one of two or more with its bullet, the next of them right below it.
fn below_is_list(body: &[Line], at: Option<usize>, source: &str) -> bool {
    let Some(at) = at else { return false };
    let bullet = body.get(at + 1).and_then(|next| next.first(source));
    let more = body[at + 1..].iter().take(12).filter(|line| line.first(source) == bullet).count() >= 2;
    bullet.is_some_and(is_bullet) && more && !ends_as_sentence(body[at].text(source))
}

/// Whether words end as a predicate does, and no topic: `窓口を一つにしてほしい`.
fn ends_as_sentence(text: &str) -> bool {
    text.ends_with(['い', 'る', 'た', 'う', 'く', 'か', 'し'])
}

/// `【№１】…`.
fn is_item(text: &str) -> bool {
    text.starts_with(['【', '〔', '［', '[', '《', '≪', '＜', '№'])
        && RULES.rule(text).is_some_and(|rule| rule.kind == Part::Item)
}

/// Whether a marked line is a heading by its words: `〇審議結果`, `■ 主な質疑と意見`.
pub(super) fn is_marked_heading(text: &str) -> bool {
    let letters = || text.chars().skip(1).filter(|c| !is_space(*c));
    // Most marked lines are texts: that is seen before anything is copied.
    letters().nth(24).is_none()
        && letters().all(|c| !matches!(c, '。' | '、'))
        && roles::is_heading(&letters().collect::<String>())
}

/// Whether the document uses to set its headings apart by a blank line and nothing else: most short lines that stand so are
/// words that head parts or fields.
pub(super) fn sets_headings_apart(body: &[Line], source: &str, gap: usize) -> bool {
    let (mut all, mut known) = (0, 0);
    for pair in body.windows(2) {
        if is_set_apart(&pair[0], source, gap) && pair[1].gap <= gap {
            let text = pair[0].text(source);
            all += 1;
            known += usize::from(roles::is_heading(text) || FIELDS.rule(text).is_some());
        }
    }
    known >= 3 && known * 2 > all
}

/// Whether a line stands below a blank one and is no longer than a heading of few words: `問い合わせ先`.
pub(super) fn is_set_apart(line: &Line, source: &str, gap: usize) -> bool {
    let text = line.text(source);
    line.gap > gap && text.len() <= 36 && text.chars().all(char::is_alphabetic) && text.chars().nth(1).is_some()
}

/// The words of a heading in round brackets, which stands below a blank line and above bullets:
/// `（報告書（骨子案）について）`. Who speaks is none: `（事務局）`.
pub(super) fn in_round_brackets(line: &Line, next: Option<&Line>, source: &str, gap: usize) -> Option<Span> {
    let text = line.text(source);
    let inside = text.strip_prefix(['（', '('])?.strip_suffix(['）', ')'])?;
    let above = next.is_some_and(|next| next.first(source).is_some_and(is_bullet));
    // （２．制度の見直し）: a number and a point.
    let counted = inside
        .strip_prefix(is_digit)
        .is_some_and(|rest| rest.trim_start_matches(is_digit).starts_with(['．', '.', '、']));
    let topic = counted || ["について", "に関して", "関係", "関連", "その他"].iter().any(|end| inside.ends_with(end));
    // （議事（１）関係）: a topic in brackets needs no blank line, if a number tells what it is.
    let apart = line.gap > gap || counted || inside.starts_with('議') && inside.contains(is_digit);
    let heads = apart && above && topic && is_balanced(inside) && inside.chars().count() <= 40;
    let start = line.span.start + text.chars().next().map_or(0, char::len_utf8);
    heads.then(|| Span::new(start, start + inside.len()))
}

/// Whether every bracket closes that opens, and none before it has opened.
fn is_balanced(text: &str) -> bool {
    let depths = text.chars().try_fold(0_usize, |depth, c| match c {
        '（' | '(' => Some(depth + 1),
        '）' | ')' => depth.checked_sub(1),
        _ => Some(depth),
    });
    depths == Some(0)
}
