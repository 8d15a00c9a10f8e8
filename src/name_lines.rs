//! On which side of what was said the names stand that have lines of their own in brackets: `（山田委員）`, `〔厚木市〕`.
//!
//! Above and below look alike line by line; the ends of the stretches tell. A name right below a heading cannot end a text,
//! and one above the next heading, or above nothing, cannot open one.

use crate::apart::FAR_IN;
use crate::classify::topics::{Style, topic};
use crate::leading;
use crate::lexicon::roles;
use crate::line::Line;
use crate::rules::head::FIELDS;
use crate::rules::summary::{Kind as Part, RULES};
use crate::span::Span;
use crate::text::normal_form;
use crate::trailing::{is_close, is_open};
use crate::verbatim::heading::Heading;
use crate::verbatim::speaker::{Speaker, Strength};

/// Where such names stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Stand {
    /// Above what their bearers say.
    Above,
    /// Below it.
    Below,
    /// There are none, or the document does not tell.
    #[default]
    Open,
}

/// One in so many that stand against the rest is an accident: a turn whose words are lost, a text without a heading.
const ACCIDENT: usize = 8;

/// Tells the side by the first and the last name of each stretch.
pub(crate) fn stand(body: &[Line], source: &str) -> Stand {
    // At the right margin stands who said what ends above.
    let far_in = |at: usize| {
        let above = at.checked_sub(1).map(|above| &body[above]);
        above.filter(|above| body[at].indent >= above.indent + FAR_IN)
    };
    let told = |at: usize| far_in(at).is_some_and(|above| above.last(source) == Some('。'));
    let is_one = |at: usize| is_name(&body[at], source) || told(at) && is_likely_name(&body[at], source);
    let far = |at: usize| far_in(at).is_some_and(|above| above.last(source) == Some('。') || !is_apart(above, source));
    let names = (0..body.len()).filter(|at| is_one(*at));
    let (mut all, mut opens, mut ends, mut right) = (0, 0, 0, 0);
    let mut close = None;
    for at in names {
        all += 1;
        close = close.or(body[at].last(source));
        right += usize::from(far(at));
        opens += usize::from(at == 0 || is_apart(&body[at - 1], source));
        ends += usize::from(body.get(at + 1).is_none_or(|next| is_apart(next, source)));
    }
    // …難しい。〈山田委員〉: where texts end so, a name on a line of its own found no place on theirs.
    let closes = |line: &&Line| line.last(source) == close && closes_text(line, source);
    // Where such lines open what stands below a heading, they are no ends of texts.
    if all > 0 && opens * 3 <= all && body.iter().filter(closes).nth(all).is_some() {
        return Stand::Below;
    }
    // At the right margin below a sentence nobody's turn begins.
    if right >= 2 && right * 2 > all {
        return Stand::Below;
    }
    match (opens, ends) {
        _ if all < 2 => Stand::Open,
        (1.., 0) if opens * ACCIDENT >= all => Stand::Above,
        (0, 1..) if ends * ACCIDENT >= all => Stand::Below,
        _ => Stand::Open,
    }
}

/// Whether a line ends with a name in brackets, and with a text before it.
fn closes_text(line: &Line, source: &str) -> bool {
    let text = line.text(source);
    let Some((said, name)) = text.strip_suffix(is_close).and_then(|text| text.rsplit_once(is_open)) else {
        return false;
    };
    !said.trim().is_empty()
        && Speaker::of(&normal_form(name, &[Span::new(0, name.len())])).strength >= Strength::Organization
}

/// Whether a line is a name in brackets and nothing else.
pub(crate) fn is_name(line: &Line, source: &str) -> bool {
    let text = line.text(source);
    if line.width.saturating_sub(line.indent) > 50 || !text.starts_with(is_open) {
        return false;
    }
    let Some(inside) = text.trim_end_matches('。').strip_suffix(is_close).and_then(|text| text.strip_prefix(is_open))
    else {
        return false;
    };
    if inside.contains(is_open) || inside.contains(is_close) {
        return false;
    }
    let name = normal_form(inside, &[Span::new(0, inside.len())]);
    !roles::is_heading(&name) && (Speaker::of(&name).strength >= Strength::Organization || leading::is_name(&name))
}

/// What a line in brackets has between them.
fn inside<'s>(line: &Line, source: &'s str) -> Option<&'s str> {
    line.text(source).strip_suffix(is_close)?.strip_prefix(is_open)
}

/// Whether a line in brackets is a name by its words or by its form: `〈訪問看護ステーションしおさい〉`.
pub(crate) fn is_plain_name(line: &Line, source: &str) -> bool {
    is_name(line, source) || inside(line, source).is_some_and(leading::is_name)
}

/// Whether a line in brackets may be a name where names have lines of their own: `〔生活介護りんどう〕`.
pub(crate) fn is_likely_name(line: &Line, source: &str) -> bool {
    inside(line, source).is_some_and(|inside| !inside.contains(is_open) && leading::is_name_among_others(inside))
}

/// Whether a line is a name alone at the right margin, below the end of a sentence that stands farther left.
pub(crate) fn stands_at_right(above: &Line, line: &Line, source: &str) -> bool {
    let text = line.text(source);
    line.indent >= above.indent + FAR_IN
        && line.width.saturating_sub(line.indent) <= 60
        && above.last(source) == Some('。')
        && !text.starts_with(is_open)
        && !text.contains(['。', '：', ':'])
        && RULES.rule(text).is_none()
        && leading::names_somebody(text)
}

/// Whether a line is no part of what anybody says: a heading with a number, a label, a field of the head, the end.
fn is_apart(line: &Line, source: &str) -> bool {
    let text = line.text(source);
    if text.contains('。') || is_name(line, source) {
        return false;
    }
    let labelled = text.starts_with('№') || text.starts_with(|c| ('Ⅰ'..='Ⅻ').contains(&c));
    let part = || {
        RULES.rule(text).is_some_and(|rule| {
            matches!(
                rule.kind,
                Part::Agenda | Part::Theme | Part::Item | Part::Other | Part::Summary | Part::Opinions | Part::End
            )
        })
    };
    // Ａ　緊急時の対応, ア　相談, 一　就学
    let counted = || topic(text).is_some_and(|topic| topic.label.is_some() && topic.style != Style::DigitPoint);
    labelled
        || part()
        || text.chars().nth(40).is_none() && counted()
        || Heading::of(line, source).is_some_and(|heading| heading.is_numbered())
        || FIELDS.rule(text).is_some()
}
