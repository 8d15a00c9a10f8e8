//! What stands before the first turn: title, fields, agenda. Nobody speaks there.

use crate::attendees::Attendees;
use crate::attribute::End;
use crate::classify::speakers::RULE;
use crate::element::{Element, Kind};
use crate::finding::{Finding, FindingKind};
use crate::ledger::Ledger;
use crate::lexicon::register::Register;
use crate::line::Line;
use crate::model::{Meeting, Note, Passage, Section};
use crate::rules::head::{FIELDS, Field};
use crate::rules::is_digit;
use crate::rules::summary::Kind as Part;
use crate::segment::{self, Minutes};
use crate::span::{Span, is_space};
use crate::text::{Text, normal_form};
use crate::values::{date, time};
use crate::verbatim::Head;
use crate::{attribute, classify, survey};

/// How many opinions with a speaker make a summary.
const SUMMARY: usize = 2;

/// The lines before the first turn, apart from what no rule for elements reads.
pub(crate) struct Front {
    pub lines: Vec<Line>,
    /// The numbers that a database put before lines.
    numbers: Vec<Span>,
    /// A line that is the date and nothing else.
    pub dated: Option<Line>,
}

/// Takes numbers and a bare date out of the lines.
pub(crate) fn prepare(mut lines: Vec<Line>, source: &str) -> Front {
    let numbers: Vec<Span> = lines.iter_mut().filter_map(|line| take_number(line, source)).collect();
    let numbers = if numbers.len() >= 2 { numbers } else { Vec::new() };
    let dated = bare_date(&lines, source).map(|at| lines.remove(at));
    Front { lines, numbers, dated }
}

/// Reads the lines before the first turn, without those of attendee lists.
///
/// Opinions may stand there too, summarised above the turns; then brackets name who said them.
pub(crate) fn front(
    lines: Vec<Line>,
    names: (&Register, &Attendees),
    ledger: &mut Ledger,
    findings: &mut Vec<Finding>,
) -> Minutes {
    let source = ledger.text();
    let Front { lines, numbers, dated } = prepare(lines, source);
    let lines = &lines;
    let habits = survey::survey(lines, source);
    let elements = classify::classify(lines, source, &habits);
    let ends = attribute::attribute(&elements, source, names.0, names.1, None);
    let speakers = ends.iter().filter(|end| matches!(end, End::Speaker(_))).count();
    let opens = |element: &Element| element.kind == Kind::Part(Part::Opinions) || element.rule == RULE;
    let summary = speakers >= SUMMARY && elements.iter().any(opens);
    let ends = if summary { ends } else { vec![End::Text; elements.len()] };
    let mut own = Vec::new();
    let mut minutes = segment::segment(&elements, &ends, ledger, &mut own);
    if !summary {
        own.retain(|finding| !matches!(finding.kind, FindingKind::UnattributedOpinion));
        minutes.sections.iter_mut().for_each(silence);
    }
    findings.extend(own);
    minutes.meeting.marks.0.extend(ledger.place(&numbers).0);
    minutes.meeting.marks.0.sort_unstable();
    if let Some(line) = dated {
        date_it(&mut minutes.meeting, line.span, ledger);
    }
    minutes
}

/// The heads without the first where it is a field too: `議長　みどり市長` says who is in the chair, and nothing but fields of the head follow it.
pub(super) fn without_officer(mut heads: Vec<Head>, body: &[Line], source: &str) -> Vec<Head> {
    let [first, second, _, ..] = heads.as_slice() else { return heads };
    let below = body.get(first.line..second.line).unwrap_or_default();
    let is_said = |line: &Line| line.text(source).contains(['。', '？', '！']);
    let is_field = |line: &Line| {
        FIELDS.rule(line.text(source)).is_some_and(|rule| match rule.kind {
            Field::Date | Field::Place | Field::Agenda | Field::Attendees | Field::Name | Field::Manner => true,
            Field::Other | Field::Time | Field::Opening | Field::Closing | Field::Next | Field::Unnamed => false,
        })
    };
    // 議題　計画の修正について: what the meeting is about, beside the field's name.
    let is_topic = |line: &Line| {
        let words = line.text(source).split(is_space).next().unwrap_or_default();
        matches!(words, "議題" | "案件" | "議事" | "次第")
    };
    let short = below.len() >= 2 && below.len() <= 40 && !below.iter().any(is_said);
    if short && (is_field(&below[1]) || is_topic(&below[1])) {
        heads.remove(0);
    }
    heads
}

/// The number that a database puts before each paragraph, `1: 令和２年…`, cut off the line.
pub(super) fn take_number(line: &mut Line, source: &str) -> Option<Span> {
    let text = line.text(source);
    let digits = text.find(|c: char| !is_digit(c)).filter(|end| (1..=4).contains(end))?;
    let rest = text[digits..].strip_prefix([':', '：'])?;
    let body = rest.trim_start_matches(is_space);
    if body.len() == rest.len() || body.is_empty() {
        return None;
    }
    let start = line.span.start;
    line.span.start = line.span.end - body.len();
    Some(Span::new(start, start + text.len() - rest.len()))
}

/// A line that is a date and little else, where no field states one: `平成十八年六月十四日（水曜日）`.
fn bare_date(lines: &[Line], source: &str) -> Option<usize> {
    let stated = |line: &Line| FIELDS.rule(line.text(source)).is_some_and(|rule| rule.kind == Field::Date);
    if lines.iter().any(stated) {
        return None;
    }
    lines.iter().position(|line| {
        let text = normal_form(source, &[line.span]);
        let Some(found) = date::find(&text).filter(|found| found.date.is_some() && found.range.start == 0) else {
            return false;
        };
        let rest = text[found.range.end..].trim();
        let time = time::find(rest).0.is_some() && rest.chars().count() <= 24;
        rest.is_empty() || time
    })
}

/// Reads date and times off such a line; what is neither stays where it is.
fn date_it(meeting: &mut Meeting, span: Span, ledger: &mut Ledger) {
    let text = Text::of(ledger.text(), &[span]);
    let Some(found) = date::find(text.as_str()) else { return };
    let spans = text.spans(found.range.clone(), ledger.text());
    meeting.date_text = Some(ledger.normal_form(&spans));
    meeting.date = found.date.map(|date| date.to_string());
    meeting.weekday_stated = found.weekday.map(str::to_owned);
    meeting.weekday_actual = found.weekday_actual().map(str::to_owned);
    meeting.fields.insert("date_text", ledger.place(&spans));
    let from = found.range.end;
    let (start, _) = time::find(&text.as_str()[from..]);
    if let Some(start) = start.filter(|_| meeting.start_time.is_none()) {
        let spans = text.spans(from + start.range.start..from + start.range.end, ledger.text());
        meeting.start_time = Some(start.time);
        meeting.fields.insert("start_time", ledger.place(&spans));
        let rest = text.spans(from + start.range.end..text.as_str().len(), ledger.text());
        meeting.marks.0.extend(ledger.place(&rest).0);
    }
}

/// Makes notes of what looked like opinions: bulleted lines of an agenda.
fn silence(section: &mut Section) {
    for opinion in std::mem::take(&mut section.opinions) {
        section.marks.0.extend(opinion.marks.0);
        section.notes.push(Note::new(Passage { text: opinion.text, spans: opinion.spans, lines: opinion.lines }));
    }
    section.notes.sort_by_key(|note| note.spans.0.first().copied());
    section.marks.0.sort_unstable();
    section.sections.iter_mut().for_each(silence);
}
