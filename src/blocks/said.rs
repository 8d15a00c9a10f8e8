//! Lines that come again because they are said again, or happen again, and not because pages print them.

use crate::lexicon::brackets::is_hiragana;
use crate::lexicon::roles::{self, Role};
use crate::rules::is_digit;
use crate::span::is_space;

/// Whether a line that comes again is somebody's: a sentence or a piece with the end of one, procedure in brackets (`〔拍手〕`), or a head such as `《喜入委員》`, `小田切会長`.
pub(super) fn is_said(text: &str) -> bool {
    let bare = text.trim_matches(|c| "《》〈〉＜＞<>‹›［］[]〔〕≪≫".contains(c));
    let set_off = bare.len() < text.len();
    let short = text.chars().count() <= 16;
    if opens_turn(text) || is_sentence(text) {
        return true;
    }
    let titled = || roles::at_end(bare.trim()).is_some_and(|(at, role)| at > 0 && role != Role::Desk);
    text.ends_with(['？', '！', '」', '〕']) || text.contains('。') || short && (set_off || titled()) || is_time(text)
}

/// Whether a line is a piece of a sentence: half of it are letters between words, and a comma parts them.
fn is_sentence(text: &str) -> bool {
    let letters = || text.chars().filter(|c| !is_space(*c));
    text.contains('、') && letters().filter(|c| is_hiragana(*c)).count() * 2 >= letters().count()
}

/// Whether a line begins with the head of a turn and goes on: `【小田切会長】ただいまの御意見を踏まえて、修正をお願いし`. Chairs say the same
/// words again, and they wrap alike.
fn opens_turn(text: &str) -> bool {
    let mut chars = text.chars();
    let close: &[char] = match chars.next() {
        Some('【' | '＜' | '〈' | '<' | '［' | '[' | '〔' | '《' | '（' | '(') => {
            &['】', '＞', '〉', '>', '］', ']', '〕', '》', '）', ')']
        }
        Some('○' | '〇' | '◯' | '◎' | '●' | '■' | '◆') => &['\u{3000}', ' ', '：', ':'],
        _ => return false,
    };
    let inside = chars.as_str();
    let Some((head, said)) = inside.split_once(close).filter(|(head, _)| head.chars().nth(20).is_none()) else {
        return false;
    };
    let name = head.split(['（', '(']).next().unwrap_or_default().trim();
    said.chars().nth(7).is_some() && roles::at_end(name).is_some()
}

/// `午後２時00分` and `午後４時30分`: when it began and ended, which no page prints; `午前十一時休憩`, `（挙手全員）`: what happened.
fn is_time(text: &str) -> bool {
    const EVENTS: [&str; 8] = ["休憩", "再開", "開議", "開会", "閉会", "散会", "延会", "閉議"];
    const DONE: [&str; 7] = ["呼ぶ者", "の声", "拍手", "挙手", "起立", "異議", "登壇"];
    let event = text.contains('時') && EVENTS.iter().any(|word| text.ends_with(word));
    let done = text.starts_with(['（', '(']) && DONE.iter().any(|word| text.contains(word));
    if event || done {
        return true;
    }
    let clock = |c: char| is_digit(c) || is_space(c) || "午前後時分半～〜~：:から".contains(c);
    text.contains('時') && text.chars().all(clock)
}
