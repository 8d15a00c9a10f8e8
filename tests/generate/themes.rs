//! How themes are numbered or marked.

use super::encode::Saved;
use super::habits::Habits;
use super::rng::Rng;

/// How an author numbers or marks themes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ThemeStyle {
    /// ①
    Circled,
    /// １．
    Point,
    /// Ⅰ
    Roman,
    /// ア
    Kana,
    /// １）
    HalfBracket,
    /// 【テーマ１】
    Word,
    /// ◆
    Mark(&'static str),
}

/// A style that the encoding can hold and that is not the bullet's.
pub fn theme_style(rng: &mut Rng, saved: Saved, bullet: &str) -> ThemeStyle {
    let style = rng.weighted(&[
        (50, ThemeStyle::Circled),
        (12, ThemeStyle::Point),
        (8, ThemeStyle::Roman),
        (8, ThemeStyle::Kana),
        (6, ThemeStyle::HalfBracket),
        (8, ThemeStyle::Word),
        (4, ThemeStyle::Mark("■")),
        (4, ThemeStyle::Mark("◆")),
    ]);
    match style {
        ThemeStyle::Circled | ThemeStyle::Roman if saved.is_narrow() => ThemeStyle::Point,
        ThemeStyle::Mark(mark) if mark == bullet => ThemeStyle::Kana,
        ThemeStyle::Circled | ThemeStyle::Point | ThemeStyle::Roman | ThemeStyle::Kana => style,
        ThemeStyle::HalfBracket | ThemeStyle::Word | ThemeStyle::Mark(_) => style,
    }
}

/// `①` in the author's style, with the white space that letters need behind them.
pub fn theme_label(index: usize, habits: &Habits, gap: &str) -> String {
    let one_of = |letters: &str| letters.chars().nth(index).unwrap_or('①').to_string();
    let digits = habits.number(&(index + 1).to_string());
    match habits.theme_style {
        ThemeStyle::Circled => one_of("①②③④⑤⑥⑦⑧") + gap,
        ThemeStyle::Point => format!("{digits}．{gap}"),
        ThemeStyle::Roman => one_of("ⅠⅡⅢⅣⅤⅥⅦⅧ") + "　",
        ThemeStyle::Kana => one_of("アイウエオカキク") + "　",
        ThemeStyle::HalfBracket => format!("{digits}）{gap}"),
        ThemeStyle::Word => format!("【テーマ{digits}】{gap}"),
        ThemeStyle::Mark(mark) => format!("{mark}{gap}"),
    }
}
