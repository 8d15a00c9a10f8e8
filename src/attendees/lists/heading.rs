//! The heading of a list: `■出席者`, `【委員】`, `＜事務局＞田中副市長、…`.

use std::ops::Range;

use super::Reader;
use super::entries::DIVIDERS;
use crate::attendees::grid;
use crate::lexicon::roles;
use crate::line::Line;
use crate::pattern::Part;
use crate::rules::attendees::{GROUPS, LISTS, List};
use crate::rules::is_digit;
use crate::rules::verbatim::is_mark;
use crate::span::{Span, is_space};
use crate::text::normal_form;
use crate::values::attendance;
use crate::values::person_name::is_whole_name;
use crate::verbatim::speaker::Speaker;

/// The heading of a list as a line states it.
pub(super) struct Heading {
    pub list: List,
    pub name: String,
    pub marks: Vec<Span>,
    pub value: Option<Span>,
}

impl Heading {
    /// `委　員：` behind the list's own name, `出席者：（委員）` behind a form's.
    pub fn has_colon(&self, source: &str) -> bool {
        let last = self.marks.last().map_or("", |mark| mark.of(source));
        last.ends_with(['：', ':', '）', ')']) && last.contains(['：', ':'])
    }
}

impl Reader<'_> {
    pub(super) fn heading(&self, line: &Line) -> Option<Heading> {
        let text = line.text(self.source);
        let in_list = || self.open.and_then(|_| GROUPS.decide(text));
        let (rule, caught) = LISTS.decide(text).or_else(in_list)?;
        let named = caught.name("name").map_or("", |name| name.as_str());
        // 【構成員】　では、お願いします。…: a turn.
        let said = caught.name("value").map_or("", |value| value.as_str());
        let spoken = matches!(rule.kind, List::Group | List::Members) && said.contains('。');
        if spoken || said.trim_end_matches('。').contains('。') {
            return None;
        }
        if rule.kind == List::Group && named.starts_with(is_mark) {
            return None;
        }
        let brackets = ['（', '(', '【', '〔', '［', '[', '＜', '<', '〈', '《'];
        let bracketed = caught.name("mark").is_some_and(|mark| mark.as_str().contains(brackets));
        // 【会場】, 【オンライン】: from where they took part; without a bracket the field of a head.
        let from_where = ["会場", "オンライン", "対面", "現地", "リモート", "Web", "Ｗｅｂ", "WEB", "ＷＥＢ", "Zoom"];
        if rule.kind == List::Group && !bracketed && from_where.iter().any(|word| named.starts_with(word)) {
            return None;
        }
        // 関係者: 関 is a family name too.
        let person = || {
            !stands_beside(named)
                && !is_counted_group(named)
                && Speaker::of(&named.replace(is_space, "")).person.is_some()
        };
        if rule.kind == List::Group && !bracketed && person() {
            return None;
        }
        // 委員　檜山光一: the word is the person's role; 事務局　係長 滝沢: it heads those beside it.
        let desk = roles::at_end(named).is_some_and(|(at, role)| at == 0 && role == roles::Role::Desk);
        let staff = ["職員", "側", "コンサルタント", "執行部", "アドバイザー"].iter().any(|end| named.ends_with(end));
        let desk = desk || is_desk(named) || staff;
        let close = caught.text("close");
        let apart = !close.trim().is_empty() || own_bracket(close).is_some() || desk && !close.is_empty();
        // 委　員　山田会長、佐藤副会長: each item says what it is, so the word before them is theirs together.
        let each = said.split_once('、').is_some_and(|(first, _)| {
            let first = Speaker::of(first.trim());
            first.person.is_some() && first.role.is_some()
        });
        // （１）　委員　10人
        let counted = attendance::count(&normal_form(said, &[Span::new(0, said.len())])).is_some();
        // （１）委員　田中太郎　佐藤花子: a number before the name of a group with several.
        let numbered = caught.name("mark").is_some_and(|mark| mark.as_str().contains(is_digit));
        let several = || numbered && grid::names(said).is_some();
        // 第２号委員　識見を有する者: what those of the group are, and none of them.
        if is_counted_group(named) && !said.is_empty() && grid::names(said).is_none() && grid::entries(said).is_empty()
        {
            let name = normal_form(named, &[Span::new(0, named.len())]).replace(is_space, "");
            return Some(Heading { list: rule.kind, name, marks: vec![line.span], value: None });
        }
        // 委　員　（青波郡医師会理事）　上田秋男: the word and the bracket are the person's.
        let role = roles::at_end(&named.replace(is_space, "")).is_some_and(|(at, _)| at == 0);
        let one = said.trim_end_matches(|c: char| "○〇◯×✕－―-".contains(c) || is_space(c));
        if rule.kind == List::Group
            && role
            && !(desk && own_bracket(close).is_some())
            && close.contains(['（', '('])
            && is_full_name(one)
        {
            return None;
        }
        let alone = rule.kind == List::Group && caught.name("glued").is_some();
        if alone && !apart && !each && !counted && !several() {
            return None;
        }
        // (部会長)馬嶋順子: the bracket is the person's.
        let titled =
            roles::at_end(&named.replace(is_space, "")).is_some_and(|(at, role)| at == 0 && role == roles::Role::Chair);
        if rule.kind == List::Group && bracketed && titled && caught.name("glued").is_some() {
            return None;
        }
        // 欠席総数　１: how many, not who.
        if said.replace(is_space, "").starts_with("総数") {
            return None;
        }
        // 事 務 局 長　田村　智: the office of one; 会議録署名委員: who signs has been named.
        if rule.kind == List::Group && (said.split(is_space).next() == Some("長") || named.contains("署名")) {
            return None;
        }
        // 会長：小林: the role of one, not the name of a group.
        if rule.kind == List::Group
            && titled
            && close.trim_end().ends_with([':', '：', '・', '…', '‥'])
            && !said.is_empty()
        {
            return None;
        }
        // 参加機関が多すぎて… is a sentence: nothing divides it from the word that would head a list.
        let glued = |value: Part| value.start() == name_end(&caught) && value.start() > 0;
        // 出席者会長　矢代　正: a cell's name and its first word, put together by an extractor.
        let first = said.split(is_space).next().unwrap_or_default();
        let titled = first.len() < said.len() && roles::at_end(first).is_some_and(|(at, _)| at == 0);
        if rule.kind != List::Group && caught.name("value").is_some_and(glued) && !titled {
            return None;
        }
        // 事務局　（課長）堀内　大輔: the bracket is the first one's.
        let own = own_bracket(close).filter(|_| !said.is_empty() && rule.kind == List::Group);
        let behind = |value: Part| value.start() - own.map_or(0, |at| close.len() - at);
        let span = |range: Range<usize>| {
            Span::new(line.span.start + range.start, line.span.start + range.end).trim(self.source)
        };
        let name = caught.name("name")?;
        let value = caught.name("value").map(|value| span(behind(value)..value.end())).filter(|span| !span.is_empty());
        let whole = span(0..caught.name("value").map_or(text.len(), behind));
        let words = normal_form(self.source, &[span(name.range())]);
        Some(Heading { list: rule.kind, name: words.replace(is_space, ""), marks: vec![whole], value })
    }

    /// A further group in the brackets of the one before: `〈関係機関〉` below the entries of `〈委員〉`.
    pub(super) fn bracketed_on(&self, at: usize) -> Option<Heading> {
        const LONGEST: usize = 14;
        let (line, before) = (&self.body[at], &self.body[self.headed?]);
        let ends = |line: &Line| line.first(self.source).zip(line.last(self.source));
        let pair = ends(line).filter(|(open, _)| matches!(open, '【' | '〈' | '＜' | '［' | '〔' | '《' | '≪'))?;
        let inside = line.text(self.source).strip_prefix(pair.0)?.strip_suffix(pair.1)?;
        let short = inside.chars().nth(LONGEST).is_none() && !inside.contains([pair.0, '。', '、']);
        let entries = self.begun < at && self.out.listed[at - 1];
        let like = ends(before) == Some(pair) && before.indent == line.indent;
        (short && entries && like && !roles::is_heading(inside)).then(|| Heading {
            list: List::Group,
            name: normal_form(inside, &[Span::new(0, inside.len())]).replace(is_space, ""),
            marks: vec![line.span],
            value: None,
        })
    }

    /// A group that an extractor has put on the line of the one before: `…、河井文 <事務局>田中副市長、…`.
    pub(super) fn inner_group(&self, at: usize, from: Span) -> Option<(Span, Heading)> {
        let text = from.of(self.source);
        let closed = text.rfind(['>', '＞', '】', '〉']).unwrap_or(0);
        let inside = |place: &usize| *place > 0 && *place < closed;
        let bracketed = text.match_indices(['<', '＜', '【', '〈']).map(|(place, _)| place).filter(inside);
        bracketed.chain(colon_groups(text)).find_map(|place| {
            let rest = Span::new(from.start + place, from.end);
            let heading = self.heading_within(at, rest)?;
            Some((Span::new(from.start, rest.start).trim(self.source), heading))
        })
    }

    /// The heading that stands within a line; none where looking for one has cost more than the line can be worth.
    pub(super) fn heading_within(&self, at: usize, rest: Span) -> Option<Heading> {
        self.patience.set(self.patience.get().checked_sub(rest.end - rest.start)?);
        self.heading(&Line { span: rest, ..self.body[at] })
    }
}

/// Where names of lists and groups stand behind what divides items: `…、欠席委員：木村委員`, `…／事務局：加藤`.
fn colon_groups(text: &str) -> impl Iterator<Item = usize> {
    const LONGEST: usize = 8;
    /// How far before a colon the divider may stand: a name and the white space around it.
    const WINDOW: usize = 16;
    const WORDS: [&str; 7] = ["欠席", "出席", "事務局", "説明員", "オブザーバー", "傍聴", "関係者"];
    text.match_indices(['：', ':']).filter_map(|(colon, _)| {
        let mut near = text[..colon].char_indices().rev().take(WINDOW);
        let (divider, sign) = near.find(|(_, c)| DIVIDERS[..6].contains(c))?;
        let start = divider + sign.len_utf8();
        let name = text[start..colon].trim();
        let may = name.chars().nth(LONGEST).is_none() && WORDS.iter().any(|word| name.starts_with(word));
        may.then_some(start)
    })
}

/// Where the bracket begins in which a person's office stands, behind a group's name: `事務局　（課長）…`.
fn own_bracket(close: &str) -> Option<usize> {
    let at = close.find(['（', '('])?;
    let inside =
        close[at..].trim_start_matches(['（', '(']).trim_end_matches(|c: char| is_space(c) || "）)：:".contains(c));
    roles::at_end(inside).filter(|(start, role)| *start == 0 && *role != roles::Role::Desk).map(|_| at)
}

/// The byte behind a list's name.
fn name_end(caught: &crate::rules::Caught) -> usize {
    caught.name("name").map_or(0, |name| name.end())
}

/// `事務局`, `関係者`, `説 明 員`: a group that stands beside the members.
pub(super) fn is_desk(name: &str) -> bool {
    let name = name.replace(is_space, "");
    let desk = roles::at_end(&name).is_some_and(|(_, role)| role == roles::Role::Desk);
    desk || ["関係者", "説明員", "説明者", "担当課", "関係課", "随行者"].iter().any(|word| name.ends_with(word))
}

/// `上田秋男`: a family name and a given one, and nobody else's.
pub(super) fn is_full_name(text: &str) -> bool {
    let name = text.replace(is_space, "");
    name.chars().nth(2).is_some() && name.chars().nth(6).is_none() && is_whole_name(&name)
}

/// `第２号委員`: the members whom one number of a rule calls in.
fn is_counted_group(name: &str) -> bool {
    let counted = name.strip_prefix('第').and_then(|rest| rest.trim_end().strip_suffix("委員"));
    counted.is_some_and(|rest| rest.trim_end().ends_with('号'))
}

/// Whether those of a group are no members, so that 欠席委員 above them says nothing of them: `事務局`, `幹事`, `市職員`.
pub(super) fn stands_beside(name: &str) -> bool {
    const ENDS: [&str; 10] =
        ["幹事", "アドバイザー", "参考人", "有識者", "執行部", "コンサルタント", "職員", "側", "業者", "受託者"];
    is_desk(name) || ENDS.iter().any(|word| name.ends_with(word))
}
