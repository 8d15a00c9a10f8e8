//! Signs that this document alone puts behind names and fields: one that stands behind several names, with what they said
//! behind it, sets them off as a colon does.

use super::StandIn;
use crate::leading::{is_name, is_told};
use crate::lexicon::roles;
use crate::line::Line;
use crate::rules::head::{FIELDS, Field};
use crate::rules::{is_bullet, is_circled, is_digit};
use crate::span::{Span, is_space};
use crate::text::normal_form;

/// In characters: no name before a sign is longer.
const LONGEST: usize = 16;

/// In characters: what a document sets off so may be unknown as a name, but is short.
const SHORT: usize = 8;

/// In bytes: how far before its end a bracket may open.
const BRACKET: usize = 180;

/// The fewest names that make a habit, and the fewest fields.
const NAMES: usize = 3;
const FIELDS_AT_LEAST: usize = 2;

/// Words that a sign closes at the beginning of a line.
struct Closed<'s> {
    sign: char,
    /// Where the sign stands.
    at: usize,
    head: &'s str,
    rest: &'s str,
}

/// The signs behind names and behind the names of fields, read as colons.
pub(super) fn stand_ins(text: &str, lines: &[Line]) -> Vec<StandIn> {
    let closed: Vec<Closed> = lines.iter().filter_map(|line| Closed::at(line, text)).collect();
    let mut signs: Vec<char> = closed.iter().map(|closed| closed.sign).collect();
    signs.sort_unstable();
    signs.dedup();
    let mut stand_ins = Vec::new();
    for sign in signs {
        // 〔東山市⏎健康課〕: what closes a bracket sets no name off.
        let of_sign: Vec<&Closed> =
            closed.iter().filter(|closed| closed.sign == sign && !closed.closes_bracket(text)).collect();
        let fields = behind_fields(&of_sign);
        stand_ins.extend(fields.iter().chain(&behind_names(&of_sign)).map(|closed| closed.read_as_colon()));
    }
    stand_ins
}

/// Those behind the names of fields, where there are two different ones.
fn behind_fields<'c, 's>(closed: &[&'c Closed<'s>]) -> Vec<&'c Closed<'s>> {
    if closed.len() < FIELDS_AT_LEAST {
        return Vec::new();
    }
    let field = |closed: &Closed| {
        let rule = FIELDS.rule(&format!("{}：{}", closed.head, closed.rest))?;
        Some(rule.kind).filter(|kind| !matches!(kind, Field::Unnamed | Field::Other))
    };
    let found: Vec<(&Closed, Field)> = closed.iter().filter_map(|closed| Some((*closed, field(closed)?))).collect();
    let several = found.iter().any(|(_, kind)| *kind != found[0].1);
    if several { found.into_iter().map(|(closed, _)| closed).collect() } else { Vec::new() }
}

/// Those behind names, where most are names and more than one name is among them; a short word among them is one too.
fn behind_names<'c, 's>(closed: &[&'c Closed<'s>]) -> Vec<&'c Closed<'s>> {
    if closed.len() < NAMES {
        return Vec::new();
    }
    let usual = |closed: &Closed| closes_field(closed.sign) && !closed.rest.is_empty();
    let said =
        |closed: &&Closed| closed.rest.is_empty() || is_told(closed.rest) && !usual(closed) && !closed.leads_to_name();
    let told: Vec<&Closed> = closed.iter().copied().filter(said).collect();
    let named: Vec<bool> = told.iter().map(|closed| closed.names_somebody()).collect();
    let names: Vec<&str> =
        told.iter().zip(&named).filter(|(_, named)| **named).map(|(closed, _)| closed.head).collect();
    let several = names.iter().any(|name| *name != names[0]);
    if !several || names.len() < NAMES || names.len() * 3 < closed.len() * 2 {
        return Vec::new();
    }
    // 病院→診療所に移る among 会長→…, 委員→…: a body that comes once is none of those who speak.
    let role = |head: &str| roles::at_end(head).is_some();
    let of_roles = names.iter().filter(|name| role(name)).count() * 2 > names.len();
    let once = |head: &str| names.iter().filter(|name| **name == head).nth(1).is_none();
    let stray = |closed: &Closed| of_roles && !role(closed.head) && once(closed.head);
    let short = |closed: &Closed| closed.head.chars().nth(SHORT).is_none();
    let kept = told
        .into_iter()
        .zip(named)
        .filter(|(closed, named)| (*named || short(closed)) && (roles::is_surname(closed.head) || !stray(closed)));
    kept.map(|(closed, _)| closed).collect()
}

impl<'s> Closed<'s> {
    /// The words before the first sign of a line, and what stands behind it.
    fn at(line: &Line, source: &'s str) -> Option<Self> {
        let text = line.text(source);
        let begin = text.len() - without_number(text).len();
        let behind = &text[begin..];
        let letters = letters(behind.as_bytes());
        let mut signs = behind[letters..].char_indices().take((LONGEST + 1).checked_sub(letters / 3)?);
        let (end, sign) = signs.find(|(_, c)| !is_part(*c)).map(|(at, sign)| (letters + at, sign))?;
        let head = behind[..end].trim_end_matches(is_space);
        let rest = behind[end + sign.len_utf8()..].trim_start_matches(is_space);
        let may = may_close(sign) || closes_field(sign);
        let at = line.span.start + begin + end;
        (may && head.chars().nth(1).is_some()).then_some(Self { sign, at, head, rest })
    }

    /// Whether a bracket is open before the sign that it closes: on the line above, for the line itself has none.
    fn closes_bracket(&self, text: &str) -> bool {
        let Some(open) = opening(self.sign) else { return false };
        let near = self.at.saturating_sub(BRACKET);
        let near = (near..self.at).find(|at| text.is_char_boundary(*at)).unwrap_or(self.at);
        text[near..self.at].chars().rev().find(|c| *c == open || *c == self.sign) == Some(open)
    }

    fn names_somebody(&self) -> bool {
        let name = normal_form(self.head, &[Span::new(0, self.head.len())]);
        roles::is_surname(&name) || is_name(&name)
    }

    /// `山田委員→佐藤委員に交代した。`: from whom, and to whom.
    fn leads_to_name(&self) -> bool {
        let near = self.rest.char_indices().take(LONGEST).find(|(_, c)| matches!(c, 'に' | 'へ'));
        near.is_some_and(|(end, _)| end > 0 && is_name(&normal_form(self.rest, &[Span::new(0, end)])))
    }

    fn read_as_colon(&self) -> StandIn {
        StandIn { at: self.at, read_as: if self.sign.len_utf8() == 1 { ':' } else { '：' } }
    }
}

/// How many bytes of kana and ideographs the text begins with, no more than a name has and one; told by their first bytes,
/// since most lines begin so.
fn letters(text: &[u8]) -> usize {
    let mut at = 0;
    while at <= 3 * LONGEST && matches!(text[at..], [0xe3, 0x81..=0x82, ..] | [0xe4..=0xe9, ..]) {
        at += 3;
    }
    at
}

/// A line without its bullet or number.
fn without_number(text: &str) -> &str {
    let rest = text.trim_start_matches(|c| is_bullet(c) || is_circled(c) || is_digit(c) || matches!(c, '（' | '('));
    if rest.len() == text.len() {
        return text;
    }
    rest.trim_start_matches(|c| is_space(c) || matches!(c, '）' | ')' | '．' | '.'))
}

/// The bracket that a sign closes, where it is one of those that open and close.
fn opening(sign: char) -> Option<char> {
    const BRACKETS: [(char, char); 8] =
        [('＞', '＜'), ('>', '<'), ('》', '《'), ('≫', '≪'), ('】', '【'), ('］', '［'), (']', '['), ('〕', '〔')];
    BRACKETS.iter().find(|(close, _)| *close == sign).map(|(_, open)| *open)
}

/// What names and the names of fields are made of.
fn is_part(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
        || matches!(c, 'A'..='Z' | 'a'..='z' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | 'ｦ'..='ﾟ')
        || is_digit(c)
        || is_space(c)
}

/// Whether a sign is a usual one behind names, and closes fields now and then; a name alone on its line it sets off as well.
fn closes_field(sign: char) -> bool {
    matches!(sign, '／' | '…' | '‥' | '―' | '—' | '─')
}

/// Whether a sign may close a name that is no usual one: no comma or full stop, with which sentences go on, and none that
/// numbers, quotes or footnotes have.
fn may_close(sign: char) -> bool {
    matches!(
        sign,
        '＞' | '>'
            | '》'
            | '≫'
            | '｝'
            | '}'
            | '/'
            | '→'
            | '⇒'
            | '｜'
            | '|'
            | '‐'
            | '－'
            | '-'
            | '–'
            | '−'
            | '＝'
            | '='
            | '～'
            | '〜'
            | '；'
            | ';'
            | '】'
            | '］'
            | ']'
            | '〕'
            | '＠'
            | '@'
            | '＃'
            | '#'
            | '．'
            | '.'
            | '＿'
            | '_'
            | '＼'
            | '\\'
            | '★'
            | '☆'
            | '◆'
            | '◇'
            | '■'
            | '□'
            | '●'
            | '▶'
            | '▷'
            | '►'
            | '➢'
            | '➤'
    )
}

#[cfg(test)]
mod tests {
    use crate::plain::tests::plain_of;

    #[test]
    fn a_sign_behind_several_names_is_read_as_a_colon() {
        let text = "会長＞それでは始めます。\n事務局＞資料１をご覧ください。\n猪俣＞賛成です。\n会長＞終わります。\n";
        assert_eq!(plain_of(text), text.replace('＞', "："));
        // A stage direction in such brackets is none of them.
        let text = format!("{text}＜資料２の説明＞\n");
        assert_eq!(plain_of(&text), text.replace('＞', "：").replace("説明：", "説明＞"));
        let text = "・厚木市→窓口を一つにしたい。\n・愛川町→研修を増やしてほしい。\n・厚木保健所→続けていく。\n";
        assert_eq!(plain_of(text), text.replace('→', "："));
    }

    #[test]
    fn a_sign_behind_fields_is_read_as_a_colon() {
        for sign in ['；', '／', '…', '―', '→'] {
            let text = format!("１　日時{sign}令和３年６月10日（木）\n２　場所{sign}みどり市役所\n・７月{sign}８月\n");
            assert_eq!(plain_of(&text), text.replacen(sign, "：", 2));
        }
    }

    #[test]
    fn what_stands_between_two_names_is_none() {
        for text in [
            "厚木市→愛川町\n愛川町→清川村\n清川村→厚木市\n",
            "厚木市→愛川町に移した。\n愛川町→清川村に移した。\n清川村→厚木市へ移した。\n",
            "会長＝鈴木太郎\n副会長＝山田花子\n委員＝佐藤一郎\n",
            "会長＞それでは始めます。\n会長＞では、次に移ります。\n会長＞終わります。\n",
            "増やしたい。〔\n厚木市〕\n続けたい。〔\n愛川町〕\n難しい。〔\n清川村〕\n",
            "目標＞窓口を一つにします。\n現状＞窓口が三つあります。\n課題＞場所がわかりません。\n",
        ] {
            assert_eq!(plain_of(text), text);
        }
    }
}
