//! Whether an unmarked line goes on with what is open: `…保健⏎福祉事務所…`.

use super::Classifier;
use super::handout::names_handout;
use super::statement::states;
use crate::blocks::ends_sentence;
use crate::element::{Element, Kind};
use crate::lexicon::brackets::is_hiragana;
use crate::line::Line;
use crate::name_lines::{Stand, is_likely_name, is_name, is_plain_name};
use crate::rules::asides::{ASIDES, Aside};
use crate::rules::head::Field;
use crate::rules::is_digit;
use crate::rules::summary::Kind as Part;
use crate::span::{Span, is_space};
use crate::survey::{NARROW, falls_short};
use crate::text::normal_form;
use crate::title::names_document;
use crate::trailing::{is_close, is_open};
use crate::values::{attendance, counter, date, time};

/// So many columns farther left stands no further line of a heading, however its first one is set in.
const LEFT: usize = 6;

impl Classifier<'_> {
    /// Whether an unmarked line goes on with what is open.
    pub(super) fn goes_on(&self, at: usize) -> bool {
        let (Some(open), Some(before)) = (self.elements.last(), at.checked_sub(1)) else { return false };
        let line = &self.body[at];
        let text = matches!(open.kind, Kind::Part(Part::Bullet) | Kind::Paragraph);
        match self.habits.names {
            Stand::Above if is_name(line, self.source) || text && is_likely_name(line, self.source) => return false,
            Stand::Below if text && (is_plain_name(line, self.source) || is_likely_name(line, self.source)) => {
                return true;
            }
            Stand::Above | Stand::Below | Stand::Open => {}
        }
        let near = line.gap <= self.habits.gap;
        let short = falls_short(&self.body[before], line);
        let wrapped = self.habits.is_full(&self.body[before]) && near && !short;
        if self.is_figure(at) || self.is_figure(before) && line.gap <= self.habits.gap {
            return true;
        }
        if self.defines(open, line) {
            return false;
        }
        if self.depth > 0 && open.lines.len() < 40 && !matches!(open.kind, Kind::Title) {
            return !(open.kind == Kind::Paragraph && self.lacks_its_end(open, before));
        }
        // 【会長よりあいさつ】 behind a line that its author ended.
        if is_banner(line.text(self.source)) && !wrapped && !self.may_name_speaker(line) {
            return false;
        }
        // こども家庭課 above its bullets, as 保健所 stood above others right below a heading.
        if text && self.is_finished(open) && self.is_name_above(at) {
            return false;
        }
        // 〔結果〕了承された。 is nobody's words, however far in it stands.
        if line.gap <= self.habits.gap && states_outcome(line.text(self.source)) && self.depth == 0 {
            return false;
        }
        match open.kind {
            // …できるか。（原委員）⏎　４月にできる。（こども課）, …（笠間市）⏎　ア　場所が遠い。: said, and by whom.
            Kind::Part(Part::Bullet)
                if self.depth == 0
                    && (!self.is_bracket(line) || !self.may_name_speaker(line))
                    && self.is_voiced(open)
                    && (!self.habits.is_full(&self.body[before])
                        || !line.first(self.source).is_some_and(is_hiragana)) =>
            {
                false
            }
            Kind::Part(Part::Bullet | Part::Note) => {
                let hangs = near && line.indent > open.indent;
                // 講評 left of the bullets above it, whose last line is short: no margin ended that one.
                let left =
                    line.indent + 2 <= open.indent && self.habits.is_short(&self.body[before]) && self.depth == 0;
                // Titles and lists may be longer than any text is.
                if left && !wrapped && !self.is_bracket(line) {
                    return false;
                }
                let torn = near || self.depth > 0 || self.habits.is_full(&self.body[before]);
                torn && !self.is_finished(open)
                    || wrapped
                    || hangs
                    || self.is_bracket(line) && (near || !self.is_finished(open) || self.may_name_speaker(line))
            }
            Kind::Paragraph if self.is_attribution(line) => true,
            Kind::Paragraph if self.is_attributed(open) => false,
            // …いない。〔菰野町〕 fills its line by chance: what is set in like its beginning is the next text.
            Kind::Paragraph if line.indent > 0 && line.indent == open.indent && self.is_voiced(open) => false,
            // One handout below the other.
            Kind::Paragraph if open.text.first().is_some_and(|first| names_handout(first.of(self.source))) => {
                !names_handout(line.text(self.source)) && wrapped
            }
            // 委員の選任について above 会長の互選: one topic below the other.
            Kind::Paragraph if self.lists_topics(line, before) => false,
            // A short line that the width does not end ends where its author likes.
            Kind::Paragraph => {
                let may = self.in_body && self.body[before].width >= NARROW;
                wrapped || near && !self.is_finished(open) && open.indent >= line.indent && may
            }
            // ■通所・訪問サービスの充実及び医療的ケアに対応可能な事業所の⏎拡大について
            Kind::Part(Part::Heading) if open.label.is_none() => {
                let squared =
                    open.marks.first().is_some_and(|mark| mark.of(self.source).starts_with(['■', '□', '◆', '◇']));
                wrapped && squared && open.lines.len() == 1
            }
            // 公開の別　　公開 stands left of 　　　　　　　２ その他, and is no part of it.
            Kind::Part(Part::Heading) if line.indent + LEFT < open.indent => false,
            // その他 is complete.
            Kind::Part(Part::Agenda | Part::Theme | Part::Item | Part::Heading)
                if open.lines.len() == 1 && open.text.first().is_some_and(|text| text.of(self.source) == "その他") =>
            {
                false
            }
            // …について ends a heading.
            Kind::Part(Part::Agenda | Part::Theme | Part::Item | Part::Heading)
                if self.depth == 0
                    && self.body[before].text(self.source).ends_with("について")
                    && !line.first(self.source).is_some_and(|c| "（(のはを、".contains(c)) =>
            {
                false
            }
            Kind::Part(Part::Agenda | Part::Theme | Part::Item | Part::Heading) => {
                let wide = near && self.habits.is_nearly_full(&self.body[before]) && !short;
                wide || wrapped && !self.habits.closes_unmarked
                    || near && open.text.is_empty() && self.may_be_heading(line)
            }
            // ４階会議室 above 参加者は末尾に掲載: a statement of its own.
            Kind::Field(Field::Place | Field::Manner) if states(line.text(self.source)) => false,
            Kind::Field(Field::Opening | Field::Closing) => false,
            Kind::Field(Field::Date | Field::Place | Field::Time | Field::Next | Field::Name | Field::Manner) => {
                open.text.is_empty() && !self.is_label_below_label(line)
                    || wrapped
                    || near && line.indent > open.indent
                    || self.is_time(line, open)
                    || near && self.tears_date(line, open)
                    || self.brings_date(line, open)
                    || near && self.brings_place(line, open)
            }
            // 公開の別 above its answer; 配布資料 above a list.
            Kind::Field(Field::Other) if open.text.is_empty() => {
                near && !open.marks.iter().any(|mark| mark.of(self.source).ends_with('料'))
            }
            Kind::Field(Field::Other | Field::Unnamed) => {
                (wrapped || near && line.indent > open.indent) && !names_document(line.text(self.source))
            }
            Kind::Field(Field::Attendees) => {
                let below = open.text.is_empty() && near;
                below && attendance::is_stated(&normal_form(self.source, &[line.span]))
            }
            Kind::Part(Part::Other | Part::Summary | Part::Opinions | Part::End)
            | Kind::Field(Field::Agenda)
            | Kind::Title => false,
        }
    }

    /// Whether the line is a number alone that the lines around it count with: `費用は⏎3⏎万円。`
    fn is_figure(&self, at: usize) -> bool {
        let line = &self.body[at];
        if line.width > 6 || !line.text(self.source).chars().all(is_digit) {
            return false;
        }
        let before = at.checked_sub(1).and_then(|before| self.body[before].last(self.source));
        let behind = self.body.get(at + 1).map_or("", |next| next.text(self.source));
        counter::is_figure(before, behind)
    }

    /// Whether a line below a label alone may be its heading, and is no text of its own.
    fn may_be_heading(&self, line: &Line) -> bool {
        let text = self.habits.closes_unmarked
            && (self.habits.is_nearly_full(line) || line.last(self.source).is_some_and(is_close));
        // A line that its width ends, or in which a sentence does, begins what is said of the item.
        let told = self.habits.is_full(line) || line.text(self.source).contains('。');
        // (2) above （午後６時開会）: nobody calls a topic so.
        let stage = ASIDES.rule(line.text(self.source)).is_some_and(|rule| rule.kind == Aside::Procedure);
        !text && !told && !stage && !matches!(line.last(self.source), Some('。' | '．'))
    }

    /// `平成28年４月２` and `３日（土）` below: nobody ends a date there.
    pub(super) fn tears_date(&self, line: &Line, open: &Element) -> bool {
        let digit = open.text.last().is_some_and(|last| last.of(self.source).ends_with(is_digit));
        let unit = ends_figure(line.text(self.source));
        open.kind == Kind::Field(Field::Date) && digit && unit
    }

    /// Whether the line completes the date of an open field: `（火）14：00` below `日時：令和５年11月14日`.
    pub(super) fn completes_date(&self, at: usize) -> bool {
        let Some(open) = self.elements.last().filter(|open| open.kind == Kind::Field(Field::Date)) else {
            return false;
        };
        let line = &self.body[at];
        let may = line.first(self.source).is_some_and(|c| is_digit(c) || "年月日（([〔/／.．火水木金土".contains(c));
        may && open.lines.end == at
            && date::is_completed_by(&normal_form(self.source, &open.text), &normal_form(self.source, &[line.span]))
    }

    /// Whether what is open is a field's name below another's, both without values, and the line is no date: then the names
    /// stand together, and the values elsewhere.
    fn is_label_below_label(&self, line: &Line) -> bool {
        let [.., above, open] = self.elements.as_slice() else { return false };
        let bare = |element: &Element| matches!(element.kind, Kind::Field(_)) && element.text.is_empty();
        let together = above.lines.end == open.lines.start;
        bare(above)
            && bare(open)
            && together
            && date::find(&normal_form(self.source, &[line.span])).is_none_or(|found| found.range.start > 0)
    }

    /// `１ 開催日時（Webと参集のハイブリッド形式）` and the date below it.
    fn brings_date(&self, line: &Line, open: &Element) -> bool {
        let dated = |text: &[Span]| date::find(&normal_form(self.source, text)).filter(|found| found.date.is_some());
        open.kind == Kind::Field(Field::Date)
            && dated(&open.text).is_none()
            && dated(&[line.span]).is_some_and(|found| found.range.start == 0)
    }

    /// Whether a topic ends above the line, and the line tells nothing and ends before the margin: `会長の互選`.
    fn lists_topics(&self, line: &Line, before: usize) -> bool {
        let topic = self.body[before].text(self.source);
        let told = |text: &str| text.contains(['。', '、']);
        topic.ends_with("について") && !told(topic) && !told(line.text(self.source)) && !self.habits.is_full(line)
    }

    /// `１ 日時及び場所`, the date, and the place below it.
    fn brings_place(&self, line: &Line, open: &Element) -> bool {
        let both = open.marks.iter().any(|mark| mark.of(self.source).ends_with("場所"));
        let short = !line.text(self.source).contains(['。', '：', ':']);
        open.kind == Kind::Field(Field::Date) && both && open.text.len() == 1 && open.lines.len() <= 2 && short
    }

    /// Whether what is open ends as a text may end: with a full stop or a closed bracket.
    pub(super) fn is_finished(&self, open: &Element) -> bool {
        let last = open.text.last().and_then(|piece| piece.of(self.source).chars().next_back());
        self.depth == 0 && last.is_some_and(|c| ends_sentence(c) && !matches!(c, '」' | '』') || is_close(c))
    }

    /// `19：00～21：00` on a line of its own below the date.
    pub(super) fn is_time(&self, line: &Line, open: &Element) -> bool {
        let first = line.first(self.source).is_some_and(|c| is_digit(c) || c == '午');
        open.kind == Kind::Field(Field::Date)
            && first
            && time::find(&normal_form(self.source, &[line.span])).0.is_some()
    }
}

/// Whether a line begins with a word in brackets that says what came of it: `【決定事項】…`, `（結論）…`.
fn states_outcome(text: &str) -> bool {
    const WORDS: [&str; 8] = ["結果", "決定事項", "決定", "結論", "審議結果", "協議結果", "確認事項", "決議"];
    let inside = || text.strip_prefix(is_open)?.split_once(is_close).map(|(word, _)| word);
    inside().is_some_and(|word| WORDS.contains(&word))
}

/// Whether a line is words between brackets that hold no names of texts: `【会長よりあいさつ】`, `≪回答≫`.
fn is_banner(text: &str) -> bool {
    let pair = text.chars().next().zip(text.chars().next_back());
    pair.is_some_and(|pair| matches!(pair, ('【', '】') | ('≪', '≫') | ('《', '》') | ('〈', '〉') | ('＜', '＞')))
}

/// Whether a line begins with the rest of a figure and its unit, `６日`, `0時30分`, `4(火)`, or with the unit; not with the number
/// of a heading, `３ 6日間の結果`.
fn ends_figure(text: &str) -> bool {
    const UNITS: [char; 7] = ['年', '月', '日', '時', '分', '：', ':'];
    let behind = text.trim_start_matches(is_digit);
    if behind.len() == text.len() || behind.is_empty() || behind.starts_with(UNITS) {
        return text.starts_with(is_digit) || text.starts_with(UNITS);
    }
    let words = normal_form(behind, &[Span::new(0, behind.len())]);
    let time = || time::find(&words).0.is_some_and(|time| time.range.start == 0);
    behind.starts_with(['.', '．', '/', '／', '（', '(']) || behind.starts_with(is_space) && time()
}
