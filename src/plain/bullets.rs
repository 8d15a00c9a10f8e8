//! Marks that this document alone puts before its lines: what opens several of them, and a text each time, is a bullet.

use super::StandIn;
use crate::lexicon::brackets::is_katakana;
use crate::line::Line;
use crate::rules::verbatim::is_mark;
use crate::rules::{is_bullet, is_digit};
use crate::span::is_space;

/// How often a sign opens a line that could be something else there.
const OFTEN: usize = 3;

/// A sign that opens lines.
struct Opener {
    sign: char,
    lines: Vec<usize>,
    /// Lines that it opens only if it opens others.
    doubtful: Vec<usize>,
    /// How many of them have a text right behind it, or behind white space.
    texts: usize,
}

/// The signs that open lines again and again and are no usual bullets, read as usual ones.
pub(super) fn stand_ins(text: &str, lines: &[Line]) -> Vec<StandIn> {
    let mut openers: Vec<Opener> = Vec::new();
    let mut usual = Vec::new();
    let mut before = None;
    for line in lines.iter().filter(|line| !line.is_blank()) {
        let written = line.text(text);
        let above = before.replace(line);
        let Some(first) = written.chars().next().filter(|c| !is_letter(*c)) else { continue };
        if is_mark(first) && !usual.contains(&first) {
            usual.push(first);
        }
        let rest = &written[first.len_utf8()..];
        // センタ⏎ーみらい: a word that the line's end has broken.
        let broken = || first == 'ー' && above.and_then(|above| above.last(text)).is_some_and(is_katakana);
        if broken() {
            continue;
        }
        let sure = may_open(first, rest);
        if !(sure || first == 'ー' && is_text(rest)) {
            continue;
        }
        let at = openers.iter().position(|opener| opener.sign == first).unwrap_or_else(|| {
            openers.push(Opener { sign: first, lines: Vec::new(), doubtful: Vec::new(), texts: 0 });
            openers.len() - 1
        });
        if !sure {
            openers[at].doubtful.push(line.span.start);
            continue;
        }
        openers[at].lines.push(line.span.start);
        openers[at].texts += usize::from(is_text(rest));
    }
    openers.retain(Opener::is_bullet);
    let mut stand_ins = Vec::new();
    for opener in openers {
        let read_as = match opener.sign.len_utf8() {
            1 => '-',
            2 => '·',
            _ => mark_beside(&usual),
        };
        usual.push(read_as);
        let lines = opener.lines.into_iter().chain(opener.doubtful);
        stand_ins.extend(lines.map(|at| StandIn { at, read_as }));
    }
    stand_ins
}

/// The first mark that opens no line: two signs are two levels.
fn mark_beside(usual: &[char]) -> char {
    const MARKS: [char; 8] = ['●', '○', '◆', '◇', '■', '□', '▲', '△'];
    MARKS.into_iter().find(|mark| !usual.contains(mark)).unwrap_or('・')
}

impl Opener {
    fn is_bullet(&self) -> bool {
        let least = if is_symbol(self.sign) { 2 } else { OFTEN };
        self.texts >= least && self.texts * 4 >= self.lines.len() * 3
    }
}

/// Letters of all scripts of Japanese, and full stops and commas, with which broken lines begin.
fn is_letter(c: char) -> bool {
    matches!(c, '\u{3001}' | '\u{3002}' | '\u{3040}'..='\u{30fa}' | '\u{3400}'..='\u{9fff}') || is_digit(c)
}

/// Whether a sign may be a bullet that only this document has.
fn may_open(first: char, rest: &str) -> bool {
    match first {
        // Letters that a symbol font shows as marks: `l 窓口を`, `Ø 窓口を`.
        'l' | 'n' | 'u' | 'v' | 'w' | 'p' | 'q' => {
            rest.starts_with(is_space) && rest.trim_start_matches(is_space).starts_with(is_japanese)
        }
        'Ø' | 'ü' | 'ð' | '§' | '¨' => rest.trim_start_matches(is_space).starts_with(is_japanese),
        // ー⏎ビス is a broken word; +3% a figure.
        '+' | '＋' | 'ー' => {
            let behind = rest.trim_start_matches(is_space);
            behind.starts_with(|c| is_japanese(c) && !is_katakana(c))
        }
        c => is_symbol(c) && !is_bullet(c) || is_known_only_as_bullet(c),
    }
}

/// Marks that open texts and, as the patterns have it, no heads of turns: `▶会長　…`.
fn is_known_only_as_bullet(c: char) -> bool {
    is_bullet(c) && !is_mark(c) && matches!(c, '\u{25a0}'..='\u{27bf}')
}

fn is_text(rest: &str) -> bool {
    let rest = rest.trim_start_matches(is_space);
    rest.starts_with(|c: char| is_japanese(c) || c.is_alphanumeric() || matches!(c, '「' | '『' | '（' | '('))
        && rest.chars().nth(1).is_some()
}

fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}

/// Symbols of the blocks from which bullets are taken, apart from those that mean something at the beginning of a line:
/// arrows that answer, lines of tables, check marks of attendance lists, numbers in circles.
fn is_symbol(c: char) -> bool {
    matches!(
        c,
        '\u{2020}'..='\u{2023}'
            | '\u{2043}'
            | '\u{204c}'..='\u{2055}'
            | '\u{2295}'..='\u{22a1}'
            | '\u{25a0}'..='\u{25ff}'
            | '\u{2600}'..='\u{2671}'
            | '\u{2680}'..='\u{26ff}'
            | '\u{2705}'
            | '\u{2708}'..='\u{2712}'
            | '\u{2719}'..='\u{2767}'
            | '\u{2794}'..='\u{27bf}'
            | '\u{29bf}'..='\u{29c3}'
            | '\u{2b1b}'..='\u{2b2f}'
            | '\u{2b50}'..='\u{2b58}'
    )
}

#[cfg(test)]
mod tests {
    use crate::plain::tests::plain_of;

    #[test]
    fn what_opens_texts_again_and_again_is_a_bullet() {
        assert_eq!(plain_of("▷窓口を\n▷研修を\n"), "●窓口を\n●研修を\n");
        assert_eq!(plain_of("●議題\n❏ 窓口を\n❏ 研修を\n"), "●議題\n○ 窓口を\n○ 研修を\n");
        assert_eq!(plain_of("Ø 窓口を\nØ 研修を\nØ 夜間の\n"), "· 窓口を\n· 研修を\n· 夜間の\n");
        assert_eq!(plain_of("l 窓口を\nl 研修を\nl 夜間の\n"), "- 窓口を\n- 研修を\n- 夜間の\n");
        assert_eq!(plain_of("ー窓口を\nー研修を\nー夜間の\n"), "●窓口を\n●研修を\n●夜間の\n");
        let text = "ー窓口を\nー「夜間」を\nー研修を\nー３年を\nー名簿を\nーマップを\n";
        assert_eq!(plain_of(text), text.replace('ー', "●").replace("マ●プ", "マップ"));
    }

    #[test]
    fn what_stands_there_once_or_otherwise_is_none() {
        for text in [
            "▷窓口を\n",
            "ービスを\nービスと\nービスの\n",
            "支援センタ\nーみらい\n支援センタ\nーあおば\n支援センタ\nーひかり\n",
            "※窓口を\n※研修を\n※夜間の\n",
            "＋3％\n＋4％\n＋5％\n",
            "light 窓口\nlight 研修\nlight 夜間\n",
            "～10時\n～11時\n～12時\n",
        ] {
            assert_eq!(plain_of(text), text);
        }
    }
}
