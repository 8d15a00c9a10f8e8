//! A section opens: its label, its heading, its id, and which open sections it ends: `（１）…`, `①…`, `【№１】…`.

use super::{Open, Sections};
use crate::element::Element;
use crate::finding::{Finding, FindingKind};
use crate::ledger::Ledger;
use crate::model::{Fields, Label, LabelStyle, Section, SectionKind};
use crate::rules::headings::{lists_decisions, sums_up};
use crate::rules::summary::Kind as Part;
use crate::rules::{is_circled, is_digit};
use crate::segment::hull;
use crate::span::Span;
use crate::values::number::{letter, numbers, place_in_series};

impl Sections {
    pub(super) fn open_section(
        &mut self,
        part: Part,
        element: &Element,
        ledger: &mut Ledger,
        findings: &mut Vec<Finding>,
    ) {
        let (kind, style) = kind_of(part);
        let written = element.label.map_or("", |label| label.of(ledger.text()));
        let style = match kind {
            SectionKind::Agenda => style_of_agenda(written),
            SectionKind::Theme => style_of_theme(written),
            SectionKind::Item | SectionKind::Other | SectionKind::Summary | SectionKind::Heading => style,
        };
        self.close_before(kind, style, element, ledger);
        let label_spans: Vec<Span> = element.label.into_iter().collect();
        let label = (!label_spans.is_empty()).then(|| self.label(kind, style, &label_spans, ledger));
        if let Some(label) = label.as_ref().filter(|_| kind == SectionKind::Item) {
            self.check_numbers(&label.numbers, &label_spans, findings);
        }
        // ６　座長まとめ counts on as a heading does, and sums up.
        let sums_up = kind == SectionKind::Heading && sums_up(&ledger.normal_form(&element.text));
        let kind = if sums_up { SectionKind::Summary } else { kind };
        let id = self.id(kind, label.as_ref());
        let mut fields = Fields::new();
        if label.is_some() {
            fields.insert("label", ledger.place(&label_spans));
        }
        let dangling = kind == SectionKind::Summary && is_reference_mark(element, ledger.text());
        let mut marks = element.marks.clone();
        let mut lines = ledger.lines(&label_spans);
        let heading = (!element.text.is_empty() && !dangling).then(|| {
            lines = hull(lines, ledger.lines(&element.text));
            fields.insert("heading", ledger.place(&element.text));
            ledger.normal_form(&element.text)
        });
        if dangling {
            marks.extend(&element.text);
            self.detached.awaited = Some((id.clone(), element.text.clone()));
        } else if kind == SectionKind::Summary && element.text.is_empty() {
            // Whether it waits for a note at the end shows when nothing stands below it.
            self.detached.awaited = Some((id.clone(), Vec::new()));
        }
        // （２）主な意見は以下のとおり: what follows are opinions, in all its parts.
        let within = self.open.iter().any(|open| open.opinions);
        let decisions = heading.as_deref().is_some_and(lists_decisions);
        let opinions = !decisions && (within || heading.as_deref().is_some_and(announces));
        let section = Section::new(id, kind, label, heading, fields);
        let first = element.marks.iter().chain(&element.label).min().copied();
        self.open.push(Open { section, marks, lines, opinions, first, indent: element.indent });
    }

    /// Closes the open sections of which the next one is no part.
    fn close_before(&mut self, kind: SectionKind, style: LabelStyle, element: &Element, ledger: &mut Ledger) {
        let source = ledger.text();
        self.close_unlabelled(ledger);
        let nested = element.label.is_none() && kind == SectionKind::Heading;
        // 第４ holds the 議案第１号 and 議案第２号 that stand right of it.
        let within = |open: &Open| {
            let both = open.section.label.as_ref().is_some_and(|label| label.style == LabelStyle::Ordinal);
            both && style == LabelStyle::Ordinal && element.indent > open.indent + 3
        };
        // 【その他】 after 【議題１】 and 【議題２】 is their equal; after （１） it is a part.
        let sign = |span: Option<Span>| span.and_then(|span| span.of(source).chars().next());
        let bracket = sign(element.label).filter(|c| !c.is_alphanumeric());
        let equal = |open: &Open| {
            matches!(kind, SectionKind::Other | SectionKind::Summary)
                && open.section.kind == SectionKind::Agenda
                && bracket.is_some()
                && sign(open.first) == bracket
        };
        let ends = |open: &Open| equal(open) || ends_before(open.section.kind, kind) && !within(open);
        while !nested && self.open.last().is_some_and(ends) {
            self.close_last(ledger);
        }
        // ○本日の会議に付した事件 left of 　第１　会議録署名議員の指名 is no part of it.
        while nested && self.open.last().is_some_and(|open| open.indent > element.indent + 1) {
            self.close_last(ledger);
        }
    }

    fn label(&self, kind: SectionKind, style: LabelStyle, spans: &[Span], ledger: &Ledger) -> Label {
        let text = ledger.normal_form(spans);
        let written = spans.first().map_or("", |span| span.of(ledger.text()));
        let is_item = kind == SectionKind::Item;
        let is_named = matches!(kind, SectionKind::Other | SectionKind::Summary);
        Label {
            style,
            number: if is_item || is_named { None } else { place_in_series(written).or_else(|| letter(written)) },
            numbers: if is_item { numbers(written) } else { Vec::new() },
            text,
        }
    }

    fn check_numbers(&mut self, found: &[u32], at: &[Span], findings: &mut Vec<Finding>) {
        let last = self.items.last().copied().unwrap_or(0);
        for value in found.iter().filter(|value| self.items.contains(value)) {
            findings.push(Finding { kind: FindingKind::DuplicateNumber { number: *value }, at: at.to_vec() });
        }
        let first = found.iter().min().copied().unwrap_or(0);
        if last > 0 && first > last + 1 && first - last < 100 {
            let missing = (last + 1..first).collect();
            findings.push(Finding { kind: FindingKind::NumberGap { missing }, at: at.to_vec() });
        }
        self.items.extend(found);
    }

    /// The path of label numbers; a repeated one gets `~2`.
    fn id(&mut self, kind: SectionKind, label: Option<&Label>) -> String {
        let Some(label) = label else {
            return self.ids.give_unlabelled(self.open.last().map(|open| open.section.id.as_str()));
        };
        let numbers = |list: &[u32]| list.iter().map(u32::to_string).collect::<Vec<_>>().join("-");
        let own = match kind {
            SectionKind::Item => format!("item-{}", numbers(&label.numbers)),
            SectionKind::Other => "other".to_owned(),
            SectionKind::Summary => "summary".to_owned(),
            SectionKind::Agenda => format!("agenda-{}", label.number.unwrap_or(0)),
            SectionKind::Theme => format!("theme-{}", label.number.unwrap_or(0)),
            SectionKind::Heading => format!("heading-{}", label.number.unwrap_or(0)),
        };
        self.ids.give(self.open.last().map(|open| open.section.id.as_str()), &own)
    }

    /// A place for opinions where the document names none.
    pub(super) fn open_unlabelled(&mut self) -> &mut Open {
        let id = self.ids.give_unlabelled(self.open.last().map(|open| open.section.id.as_str()));
        let section = Section::new(id, SectionKind::Heading, None, None, Fields::new());
        let (marks, first) = (Vec::new(), None);
        self.open.push(Open { section, marks, lines: None, opinions: false, first, indent: 0 });
        let last = self.open.len() - 1;
        &mut self.open[last]
    }
}

/// Whether a sentence says that opinions follow: `委員からは次のような意見が出ました。`
pub(super) fn announces_below(sentence: &str) -> bool {
    const ENDS: [&str; 8] = [
        "意見が出ました",
        "意見が出された",
        "意見が出た",
        "意見があった",
        "意見がありました",
        "意見が寄せられた",
        "意見をいただいた",
        "意見交換を行った",
    ];
    let text = sentence.trim_end_matches('。');
    let listed = text.ends_with("とおり") || text.ends_with("通り");
    announces(text) && listed || points_below(text) && ENDS.iter().any(|end| text.ends_with(end))
}

/// `次のような`, `以下のとおり`: what is meant stands below.
fn points_below(words: &str) -> bool {
    ["次の", "以下の", "下記の"].iter().any(|word| words.contains(word))
}

/// Whether words say that something else follows: `次の報告がありました。`, `【決定事項】`.
pub(super) fn introduces(words: &str) -> bool {
    let inside =
        words.strip_prefix(['【', '＜', '〈', '≪']).and_then(|words| words.strip_suffix(['】', '＞', '〉', '≫']));
    points_below(words) && words.ends_with('。') && words.chars().count() <= 40 || inside.is_some_and(lists_decisions)
}

/// Whether words say that opinions follow: `主な意見は以下のとおり`.
pub(super) fn announces(words: &str) -> bool {
    ["主な意見", "主なご意見", "主な御意見", "主な発言", "主な質疑"].iter().any(|word| words.contains(word))
}

fn kind_of(part: Part) -> (SectionKind, LabelStyle) {
    match part {
        Part::Agenda => (SectionKind::Agenda, LabelStyle::ParenDigit),
        Part::Theme => (SectionKind::Theme, LabelStyle::Circled),
        Part::Item => (SectionKind::Item, LabelStyle::BracketNumber),
        Part::Other => (SectionKind::Other, LabelStyle::Bracket),
        Part::Summary => (SectionKind::Summary, LabelStyle::Bracket),
        Part::Heading | Part::Opinions | Part::End | Part::Note | Part::Bullet => {
            (SectionKind::Heading, LabelStyle::Digit)
        }
    }
}

/// The style of an agenda item's label: `（１）`, `議題１`, `【議題１】`, and what numbers themes elsewhere.
fn style_of_agenda(label: &str) -> LabelStyle {
    let mut chars = label.chars();
    match chars.next() {
        Some('Ⅰ'..='Ⅻ') => LabelStyle::Ordinal,
        Some(c) if is_circled(c) => LabelStyle::Circled,
        Some('（' | '(') if chars.next().is_some_and(|c| ('ア'..='ト').contains(&c)) => LabelStyle::ParenKana,
        Some('ア'..='ト') => LabelStyle::Kana,
        Some(c) if is_digit(c) => LabelStyle::Digit,
        Some(c) if c.is_alphabetic() => LabelStyle::Ordinal,
        Some('【' | '〔' | '［' | '[' | '＜' | '〈' | '《' | '≪' | '<') => LabelStyle::Bracket,
        _ => LabelStyle::ParenDigit,
    }
}

/// The style of a theme's label: `①`, `（１）`, `１．`, `（ア）`, `ア`, `Ⅰ`, `【テーマ１】`.
fn style_of_theme(label: &str) -> LabelStyle {
    let mut chars = label.chars();
    match (chars.next(), chars.next()) {
        // テーマ１, 論点２
        (Some(one), Some(two)) if one.is_alphabetic() && two.is_alphabetic() => LabelStyle::Ordinal,
        (Some('（' | '('), Some('ア'..='ト')) => LabelStyle::ParenKana,
        (Some('（' | '(' | '⑴'..='⒇'), _) => LabelStyle::ParenDigit,
        (Some('ア'..='ト'), _) => LabelStyle::Kana,
        (Some('Ⅰ'..='Ⅻ' | 'A'..='Z' | 'Ａ'..='Ｚ' | '第' | '一'..='龠'), _) => LabelStyle::Ordinal,
        (Some('【' | '〔' | '［' | '＜' | '〈' | '《' | '<'), _) => LabelStyle::Bracket,
        (Some(c), _) if is_digit(c) => LabelStyle::Digit,
        _ => LabelStyle::Circled,
    }
}

/// Whether a section of kind `open` ends where one of kind `next` begins.
fn ends_before(open: SectionKind, next: SectionKind) -> bool {
    match next {
        SectionKind::Heading => true,
        SectionKind::Agenda => open != SectionKind::Heading,
        SectionKind::Theme | SectionKind::Other | SectionKind::Summary => {
            !matches!(open, SectionKind::Agenda | SectionKind::Heading)
        }
        SectionKind::Item => {
            matches!(open, SectionKind::Item | SectionKind::Other | SectionKind::Summary)
        }
    }
}

/// 【総括】 whose only text is a ※, `【総括】（※）`.
fn is_reference_mark(element: &Element, source: &str) -> bool {
    matches!(element.text.as_slice(), [one] if matches!(one.of(source), "※" | "（※）" | "(※)"))
}
