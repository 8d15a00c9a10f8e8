//! Heads that only those around them tell: `生涯学習課・・・説明します。` once among `委　員・・・` and `事務局・・・`, an office
//! before a space or alone on its line among heads of another form.

use crate::lexicon::roles;
use crate::line::Line;
use crate::rules::verbatim::{ALONE, COLON, DOTS, SPACED, SPACED_ONCE, Style, is_mark};
use crate::span::is_space;
use crate::verbatim::around::{says_itself, stands_after_sentence};
use crate::verbatim::candidate::{Candidate, Scanner};
use crate::verbatim::glance::short_before;
use crate::verbatim::speaker::Strength;
use crate::verbatim::window::Window;

/// So many heads show how a document sets them off.
const ENOUGH: usize = 3;

/// With what the name of an office ends that answers in a meeting.
const OFFICES: [char; 5] = ['課', '室', '署', '局', '部'];

/// Adds such heads to those found, which are in order. Of lines that are `taken` something else is known.
pub(super) fn add(heads: &mut Vec<Candidate>, scanner: &mut Scanner, body: &[Line], taken: impl Fn(usize) -> bool) {
    let titled = |head: &&Candidate| head.speaker.strength == Strength::Role;
    let (Some(first), true) = (heads.first(), heads.iter().filter(titled).nth(ENOUGH - 1).is_some()) else { return };
    let around = Around::of(heads, first.line, body, scanner.source);
    let mut added = Vec::new();
    for at in around.first..body.len() {
        if body[at].indent > around.indent || heads.binary_search_by_key(&at, |head| head.line).is_ok() || taken(at) {
            continue;
        }
        let found = around.dotted(scanner, body, at).or_else(|| around.office(scanner, body, at));
        added.extend(found.filter(|found| stands_after_sentence(found, body, scanner.source)));
    }
    heads.append(&mut added);
    heads.sort_by_key(|head| head.line);
}

/// What the heads of a document have in common.
struct Around {
    first: usize,
    /// How far in the innermost of them stands.
    indent: usize,
    /// The sign that closes them where it is dots or a stroke: `…`.
    dots: Option<char>,
    /// Whether white space closes them.
    spaced: bool,
}

impl Around {
    fn of(heads: &[Candidate], first: usize, body: &[Line], source: &str) -> Self {
        let signs = heads.iter().filter(|head| head.rule == DOTS).filter_map(|head| sign(head, source));
        let mut signs: Vec<char> = signs.collect();
        signs.sort_unstable();
        let dots = signs.chunk_by(|a, b| a == b).find(|same| same.len() >= ENOUGH).map(|same| same[0]);
        let spaced = heads.iter().filter(|head| head.form.style == Style::Spaced).nth(ENOUGH - 1).is_some();
        let indent = heads.iter().map(|head| body[head.line].indent).max().unwrap_or(0);
        Self { first, indent, dots, spaced }
    }

    /// A short word and the dots of the heads around it: whoever that is, it is not what the one above says.
    fn dotted(&self, scanner: &mut Scanner, body: &[Line], at: usize) -> Option<Candidate> {
        let dots = self.dots?;
        let source = scanner.source;
        if !short_before(body[at].text(source), |c| c == dots) {
            return None;
        }
        let window = Window::of(&body[at], source);
        let found = scanner.decide(&COLON, &window, at).filter(|found| found.rule == DOTS)?;
        (sign(&found, source) == Some(dots) && is_somebody(&found) && says_itself(&found, body, source))
            .then_some(found)
    }

    /// `こども課　報告します。` among heads that white space closes; `生涯学習課` alone on its line, what it says below.
    fn office(&self, scanner: &mut Scanner, body: &[Line], at: usize) -> Option<Candidate> {
        let source = scanner.source;
        let text = body[at].text(source);
        let word = text.split(is_space).next().filter(|word| word.ends_with(OFFICES))?;
        // ●保育課 below ○原委員: the mark is no part of the name.
        if text.starts_with(is_mark) {
            let window = Window::of(&body[at], source);
            return scanner
                .marked(&window, at)
                .filter(|found| found.text.is_empty() && is_office(found) && says_below(body, at, source));
        }
        let window = Window::of(&body[at], source);
        let found = if word.len() == text.len() {
            scanner.decide(&ALONE, &window, at).filter(|_| says_below(body, at, source))
        } else if self.spaced {
            let found = scanner.decide(&SPACED, &window, at).filter(is_office);
            found.or_else(|| scanner.decide(&SPACED_ONCE, &window, at)).filter(|found| says_itself(found, body, source))
        } else {
            None
        };
        found.filter(is_office)
    }
}

/// The first character of what closes a head.
fn sign(head: &Candidate, source: &str) -> Option<char> {
    head.marks.last()?.of(source).chars().next()
}

fn is_office(found: &Candidate) -> bool {
    found.speaker.strength == Strength::Organization && found.name.ends_with(OFFICES)
}

/// Whether the word before the dots says who speaks; `理由`, `現状` explain something.
fn is_somebody(found: &Candidate) -> bool {
    const ENDS: [char; 14] = ['者', '員', '長', '係', '会', '民', '団', '校', '園', '社', '所', '側', '方', '人'];
    let name = found.name.replace(is_space, "");
    let short = (1..=12).contains(&name.chars().count()) && !roles::is_heading(&name);
    let known = match found.speaker.strength {
        Strength::Role | Strength::Named | Strength::Organization => true,
        // 山　田 with letters set apart as those of 委　員 are.
        Strength::Possible => name.ends_with(ENDS) || name.len() < found.name.len(),
        Strength::No => name.ends_with(ENDS) && !name.contains('の'),
    };
    short && known
}

/// Whether a sentence begins in the line below and ends there or in the next one.
fn says_below(body: &[Line], at: usize, source: &str) -> bool {
    let ends = |below: usize| body.get(below).is_some_and(|line| line.text(source).contains('。'));
    let lists = at.checked_sub(1).is_some_and(|above| {
        let above = body[above].text(source);
        above.contains("とおり") || above.contains("通り") || above.contains("以下") || above.contains("次の")
    });
    !lists && (ends(at + 1) || body.get(at + 1).is_some_and(|line| line.width >= 50) && ends(at + 2))
}
