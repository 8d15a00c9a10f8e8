//! Where a head would stand: every line that a head rule matches, whatever its words mean.

mod extent;

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::attendees::Roster;
use crate::line::Line;
use crate::rules::bulleted::BULLETED;
use crate::rules::verbatim::{ANNOUNCED, MARKED, NARRATIVE, SPACED_MARK, Style, is_mark};
use crate::rules::{Rule, is_circled, is_digit, plain_circle};
use crate::span::{Span, is_space};
use crate::text::normal_form;
use crate::values::attendance;
use crate::values::person_name::is_known_name;
use crate::verbatim::blanks::{blanks, is_blanked};
use crate::verbatim::glance::{is_numbered, is_opening, leaves_open, needs_sign, short_before};
use crate::verbatim::listed::Names;
use crate::verbatim::speaker::{Speaker, Strength};
use crate::verbatim::titles::is_titled;
use crate::verbatim::window::Window;

/// How many characters a head may take.
pub(super) const LONGEST: usize = 34;

/// What heads that are set off alike have in common; what a document does with one of a kind it does with all.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub(crate) struct Form {
    pub style: Style,
    /// The mark or opening bracket; the three circles are one.
    pub mark: char,
    /// Whether white space follows the mark: `○　島の…` beside `○会長`.
    pub spaced: bool,
}

/// A line that may be a head.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    /// Index into the body.
    pub line: usize,
    /// How many lines the head takes: 2 where it is broken.
    pub height: usize,
    pub rule: &'static str,
    pub form: Form,
    pub speaker: Speaker,
    /// Whether the attendee list has the person.
    pub listed: bool,
    /// The head's content in normal form.
    pub name: String,
    pub label: Vec<Span>,
    pub marks: Vec<Span>,
    /// What follows on the same line.
    pub text: Vec<Span>,
}

/// Finds candidates line by line and remembers what a content means, since heads recur.
pub(crate) struct Scanner<'s> {
    pub(super) source: &'s str,
    pub(super) names: Names<'s>,
    known: FxHashMap<String, Speaker>,
    /// Marks that stand for the letters of names here: `○○委員`.
    blanks: Vec<char>,
}

impl<'s> Scanner<'s> {
    pub fn new(source: &'s str, roster: &'s Roster) -> Self {
        Self { source, names: Names::of(roster), known: FxHashMap::default(), blanks: Vec::new() }
    }

    /// All candidates of the body, in order; at most one for a line.
    pub fn scan(&mut self, body: &[Line]) -> Vec<Candidate> {
        self.blanks = blanks(body, self.source);
        (0..body.len()).filter_map(|at| self.line(body, at)).collect()
    }

    fn line(&mut self, body: &[Line], at: usize) -> Option<Candidate> {
        let line = &body[at];
        let text = line.text(self.source);
        let first = text.chars().next()?;
        let window = Window::of(line, self.source);
        let sign = || text.chars().skip(1).find(|c| !is_space(*c)).is_some_and(is_opening);
        let colon = || short_before(text, |c| matches!(c, '：' | ':'));
        let answer = || matches!(first, '→' | '⇒') && (sign() || colon());
        // ①原委員：…: a number, and no part of a name.
        if is_circled(first) {
            return None;
        }
        if self.blanks.contains(&first) && is_blanked(text, first) {
            return self.unmarked(&window, text, first, at);
        }
        if is_opening(first) || is_mark(first) || answer() || is_digit(first) && is_numbered(text) {
            let found =
                self.marked(&window, at).filter(|found| !self.lists_others(found) && !self.states_attendance(found));
            return self.broken(body, at, found.as_ref()).or(found);
        }
        if matches!(first, '•' | '－' | '-' | '–' | '▪') {
            return self.decide(&NARRATIVE, &window, at).or_else(|| self.decide(&BULLETED, &window, at));
        }
        self.unmarked(&window, text, first, at).or_else(|| self.names.head(&window, first, at, self.source))
    }

    /// A line with a mark or a bracket before it; which tables are asked, its first characters say.
    pub(super) fn marked(&mut self, window: &Window, at: usize) -> Option<Candidate> {
        if short_before(&window.text, |c| c == '「') {
            let narrative = self.decide(&NARRATIVE, window, at);
            if narrative.as_ref().is_some_and(|found| found.speaker.strength >= Strength::Named) {
                return narrative;
            }
        }
        if window.text.ends_with(['。', '：', ':']) && short_before(&window.text, |c| matches!(c, '以' | '次')) {
            let announced = self.decide(&ANNOUNCED, window, at).filter(is_titled);
            if announced.is_some() {
                return announced;
            }
        }
        if needs_sign(&window.text) {
            let marked = self.decide(&MARKED, window, at);
            if let Some(found) = marked.filter(|found| !self.closes_earlier(found)) {
                return Some(found);
            }
        }
        if window.text.starts_with('・') {
            return self.decide(&BULLETED, window, at);
        }
        // ◎（分科会長　佐々木⏎愛委員）: where the bracket goes on in the next line, so does the head.
        self.decide(&SPACED_MARK, window, at).filter(|found| !leaves_open(&found.name))
    }

    /// `○出席者　別紙のとおり`: a field of the head, and nobody's turn.
    fn states_attendance(&self, found: &Candidate) -> bool {
        let field =
            ["出席者", "参加者", "欠席者", "傍聴者", "傍聴人", "出席委員", "欠席委員"].contains(&found.name.as_str());
        field && attendance::is_stated(&normal_form(self.source, &found.text))
    }

    /// Whether another name with its mark stands behind the head's: `○石川会長　○原委員　×林委員`, who was there and who was not.
    fn lists_others(&mut self, found: &Candidate) -> bool {
        let source = self.source;
        let Some(behind) = found.text.first().map(|text| text.of(source)) else { return false };
        let Some(name) = behind.strip_prefix(['○', '〇', '◯', '●', '×', '✕', '△']) else { return false };
        let name = name.trim_start().split(is_space).next().unwrap_or_default();
        self.speaker(name).strength >= Strength::Named
    }

    /// Whether a head before a colon is one already before a space: `○東村委員　担当：福祉課が…`.
    pub(super) fn closes_earlier(&mut self, found: &Candidate) -> bool {
        let colon = matches!(found.form.style, Style::MarkColon | Style::Colon);
        let Some((before, after)) = found.name.split_once(is_space).filter(|_| colon) else { return false };
        let said = self.speaker(before);
        said.strength == Strength::Role && !is_known_name(after) || found.speaker.strength != Strength::Role
    }

    pub(super) fn decide(
        &mut self,
        rules: &'static crate::rules::RuleSet<Style>,
        window: &Window,
        at: usize,
    ) -> Option<Candidate> {
        let (rule, caught) = rules.decide(&window.text)?;
        let part = |name: &str| caught.name(name).map(|found| found.range());
        let mut head = part("head")?;
        let mut text = part("text").unwrap_or(window.text.len()..window.text.len());
        let mark = part("mark");
        let mut marks = Vec::new();
        // 【事務局より】: the word behind the name says that it speaks.
        if rule.kind == Style::Bracketed
            && let Some(name) = ["より", "から"].iter().find_map(|word| window.text[head.clone()].strip_suffix(word))
            && self.speaker(name).strength >= Strength::Organization
        {
            let end = head.start + name.len();
            marks.extend(window.spans(end..head.end, self.source));
            head.end = end;
        }
        let speaker = if rule.kind == Style::Mark {
            head.end = window.text.len();
            let (end, speaker) = self.end_of_head(&window.text[head.clone()]);
            text = head.start + end..window.text.len();
            head.end = head.start + end;
            speaker
        } else {
            self.speaker(&window.text[head.clone()])
        };
        let number = part("number").into_iter();
        for range in number.chain(mark.clone()).chain(part("close")) {
            marks.extend(window.spans(range, self.source));
        }
        // 司会：青木事務局長 alone on its line: a part in the meeting, and who has it.
        let (head, text, speaker) = match self.with_holder(rule.kind, &window.text, &head, &text) {
            Some((whole, speaker)) => (whole, window.text.len()..window.text.len(), speaker),
            None => (head, text, speaker),
        };
        let label = window.spans(head.clone(), self.source);
        let name = normal_form(self.source, &label);
        // A line end within the head is white space between two digits, ⼾ is no letter yet where white space is judged: then
        // the name is not what the patterns have read.
        let speaker = if window.is_as_written() { speaker } else { Speaker::of(&name) };
        (!label.is_empty()).then(|| Candidate {
            line: at,
            height: 1,
            rule: rule.id,
            form: form(rule, &window.text, mark, head.start),
            speaker,
            listed: false,
            name,
            label,
            marks,
            text: window.spans(text, self.source),
        })
    }

    fn speaker(&mut self, content: &str) -> Speaker {
        if let Some(known) = self.known.get(content) {
            return known.clone();
        }
        let plain = normal_form(content, &[Span::new(0, content.len())]);
        let speaker = Speaker::of(&plain);
        self.known.insert(content.to_owned(), speaker.clone());
        speaker
    }
}

fn form(rule: &Rule<Style>, text: &str, mark: Option<Range<usize>>, head: usize) -> Form {
    let sign = mark.clone().and_then(|mark| text[mark].chars().next());
    let sign = match sign {
        Some('＜' | '<' | '‹' | '〈') => '〈',
        Some('(') => '（',
        // →（事務局）: an answer below a turn that a bracket opens.
        Some('→' | '⇒') => '→',
        Some(other) => plain_circle(other),
        None => ' ',
    };
    let spaced = rule.kind == Style::Mark && mark.is_some_and(|mark| mark.end < head);
    Form { style: rule.kind, mark: sign, spaced }
}
