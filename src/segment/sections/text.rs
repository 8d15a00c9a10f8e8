//! What is added to an open section: bullets, paragraphs, `※…` and `（★百目鬼）`.

use super::Sections;
use super::heading::{announces, announces_below};
use super::open::Open;
use crate::attribute::{Duty, End};
use crate::classify::answer::answers;
use crate::element::{Element, Kind};
use crate::finding::Finding;
use crate::ledger::Ledger;
use crate::model::{Fields, Note, NoteKind, SectionKind};
use crate::rules::asides::ASIDES;
use crate::rules::is_digit;
use crate::segment::hull;
use crate::span::Span;
use crate::text::normal_form;

impl Sections {
    /// `・…`: an opinion, or directly under an agenda item a note.
    pub(super) fn bullet(&mut self, element: &Element, end: &End, ledger: &mut Ledger, findings: &mut Vec<Finding>) {
        if self.goes_elsewhere(element, end, ledger, findings) {
            return;
        }
        let speaks = matches!(end, End::Speaker(_));
        if self.open.is_empty() {
            self.open_unlabelled();
        }
        self.fill_summary();
        self.leave_decisions(element, ledger);
        let Some(open) = self.open.last_mut() else { return };
        let reports = matches!(open.section.kind, SectionKind::Agenda | SectionKind::Heading);
        let above_mark = self.reports.binary_search(&element.lines.start).is_ok();
        let outcome = is_outcome(element, ledger.text());
        // →別室での支援を始めた。: an answer to the opinion above it.
        let arrow = answers(element, ledger.text());
        let told = |piece: &Span| piece.of(ledger.text()).ends_with(['。', '）', ')']);
        let answers = arrow && element.text.last().is_some_and(told) && !open.section.opinions.is_empty();
        let reports = reports && !answers;
        // ・名簿を直す。（福祉課）: who is in charge says nothing.
        let decided = open.lists_decisions() && !wishes(element, ledger.text());
        let source = ledger.text();
        let unsaid = above_mark || reports && !open.opinions || outcome;
        let unsaid =
            unsaid || says_nothing(element, source) || tells_next(element, source) || is_account(element, source);
        if decided || !speaks && unsaid {
            open.marks.extend(&element.marks);
            open.note(element, ledger);
            if let Some(note) = open.section.notes.last_mut().filter(|_| outcome) {
                note.kind = Some(NoteKind::Procedure);
            }
            open.announced();
        } else {
            open.opinion(element, end, ledger, findings);
        }
    }

    /// `委員から次の意見があった。` below 決定事項 speaks of the whole item again.
    fn leave_decisions(&mut self, element: &Element, ledger: &mut Ledger) {
        let decisions = self.open.len() > 1 && self.open.last().is_some_and(Open::lists_decisions);
        if decisions && announces_below(&normal_form(ledger.text(), &element.text)) {
            self.close_last(ledger);
        }
    }

    /// 【総括】 with its points right below it waits for no note.
    fn fill_summary(&mut self) {
        let within = self.open.last().is_some_and(|open| open.section.kind == SectionKind::Summary);
        if within && self.detached.awaited.as_ref().is_some_and(|(_, mark)| mark.is_empty()) {
            self.detached.awaited = None;
        }
    }

    /// A paragraph that nothing marks. Before the first section only sentences are placed.
    pub fn paragraph(&mut self, element: &Element, end: &End, ledger: &mut Ledger, findings: &mut Vec<Finding>) {
        if self.goes_elsewhere(element, end, ledger, findings) {
            return;
        }
        let bulleted = self.bulleted;
        // Sentences before the first section are text; a short line there may be anything.
        let told = |span: &Span| span.of(ledger.text()).ends_with('。');
        if self.open.is_empty() && element.text.last().is_some_and(told) {
            self.open_unlabelled();
        }
        self.leave_decisions(element, ledger);
        let Some(open) = self.open.last_mut() else { return };
        let speaks = matches!(end, End::Speaker(_));
        let opinions =
            open.opinions || matches!(open.section.kind, SectionKind::Theme | SectionKind::Item | SectionKind::Other);
        if speaks || opinions && !bulleted {
            open.opinion(element, end, ledger, findings);
            return;
        }
        open.note(element, ledger);
        if bulleted || open.section.notes.last().is_some_and(|note| announces(&note.text)) {
            open.announced();
        }
    }

    /// Adds what belongs to the detached note or is homework; gives whether it did.
    fn goes_elsewhere(
        &mut self,
        element: &Element,
        end: &End,
        ledger: &mut Ledger,
        findings: &mut Vec<Finding>,
    ) -> bool {
        match end {
            _ if self.detached.active => self.detached.point(element, end, ledger, findings),
            End::Duty(duty) => self.duty(element, duty, ledger),
            End::Speaker(_) | End::Open { .. } | End::Text => return false,
        }
        true
    }

    /// `…を確認する（★百目鬼）`: a note of what somebody has to do. What stands beside the next meeting's date is only a task.
    pub fn duty(&mut self, element: &Element, duty: &Duty, ledger: &mut Ledger) {
        let beside_field = matches!(element.kind, Kind::Field(_));
        let text = if beside_field { duty.task.clone() } else { [&*duty.text, &*duty.task].concat() };
        if text.is_empty() {
            return;
        }
        if self.open.is_empty() {
            self.open_unlabelled();
        }
        let Some(open) = self.open.last_mut() else { return };
        open.marks.extend(if beside_field { &[][..] } else { &element.marks });
        open.marks.extend(&duty.marks);
        let passage = ledger.passage(&text);
        let all: Vec<Span> = text.iter().chain(&duty.marks).copied().collect();
        let lines = ledger.lines(&all).unwrap_or(passage.lines);
        open.lines = hull(open.lines, Some(lines));
        let mut fields = Fields::new();
        fields.insert("assignee", ledger.place(&duty.assignee_at));
        let (kind, assignee) = (Some(NoteKind::Action), Some(duty.assignee.clone()));
        open.section.notes.push(Note { kind, assignee, fields, lines, ..Note::new(passage) });
    }

    /// `※…`: the note that a dangling ※ waits for, else a note where it stands.
    pub(super) fn reference_note(&mut self, element: &Element, ledger: &mut Ledger) {
        let alone = element.text.is_empty();
        if alone {
            if let Some(open) = self.open.last_mut().filter(|open| open.section.kind == SectionKind::Summary) {
                open.marks.extend(&element.marks);
                self.detached.awaited = Some((open.section.id.clone(), element.marks.clone()));
            }
            return;
        }
        let text = ledger.normal_form(&element.text);
        if self.detached.claims(&text) {
            self.close_all(ledger);
            self.detached.note(element, ledger);
            return;
        }
        if let Some(open) = self.open.last_mut() {
            open.marks.extend(&element.marks);
            open.note(element, ledger);
        }
    }
}

/// `講座を増やしたい。`: a wish, which no list of decisions states.
fn wishes(element: &Element, source: &str) -> bool {
    const ENDS: [&str; 8] = ["たい", "ほしい", "欲しい", "べき", "べきだ", "べきである", "ではないか", "どうか"];
    let text = normal_form(source, &element.text);
    let said = text.rsplit_once(['（', '(']).map_or(text.as_str(), |(said, _)| said).trim_end_matches('。');
    ENDS.iter().any(|end| said.ends_with(end))
}

/// `→　原案のとおり承認`: what was decided, said by nobody.
fn is_outcome(element: &Element, source: &str) -> bool {
    let arrow = element.marks.first().filter(|mark| mark.of(source).starts_with(['→', '⇒']));
    let (Some(mark), [text]) = (arrow, element.text.as_slice()) else { return false };
    ASIDES.rule(&source[mark.start..text.end]).is_some()
}

/// `・次回は８月26日（土）に開催予定。`: when they meet again is no opinion.
fn tells_next(element: &Element, source: &str) -> bool {
    const ENDS: [&str; 7] = ["開催予定", "開催する", "開催します", "予定", "予定である", "予定です", "行う"];
    let [text] = element.text.as_slice() else { return false };
    let text = text.of(source).trim_end_matches('。');
    let dated = || text.contains(['月', '日', '回']) && text.contains(is_digit);
    text.starts_with("次回") && text.len() <= 120 && ENDS.iter().any(|end| text.ends_with(end)) && dated()
}

/// `■会議の概要`, `■議事内容`: what the document tells from here on.
fn is_account(element: &Element, source: &str) -> bool {
    let [text] = element.text.as_slice() else { return false };
    let words = text.of(source).trim_end_matches(['：', ':']);
    let of = words.strip_prefix("会議").or_else(|| words.strip_prefix("議事"));
    of.is_some_and(|rest| matches!(rest.trim_start_matches('の'), "概要" | "内容" | "要旨" | "経過" | "要点"))
}

/// `・特になし`, `・質疑・意見なし。`: that nobody said anything is no opinion.
fn says_nothing(element: &Element, source: &str) -> bool {
    const WORDS: [&str; 14] =
        ["特に", "特段", "御", "ご", "意見", "質問", "質疑", "応答", "発言", "異議", "等", "・", "、", "は"];
    let [text] = element.text.as_slice() else { return false };
    let text = text.of(source).trim_end_matches('。');
    let none = ["なし", "無し", "ありません", "なかった", "ない"].iter().find_map(|none| text.strip_suffix(none));
    let Some(mut rest) = none.filter(|rest| rest.len() <= 60) else { return false };
    while let Some(behind) = WORDS.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = behind;
    }
    matches!(rest, "" | "の")
}
