//! Cells that hold a sign and no text: `－` says that the cell is empty, `〃` that it says what the one above says.

use crate::rules::is_digit;

/// What such a cell says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Blank {
    /// `－`, `―`, `なし`.
    Empty,
    /// `〃`, `同上`.
    Ditto,
}

/// Reads a whole cell; none where it holds text.
pub(super) fn blank(text: &str) -> Option<Blank> {
    let all = |sign: fn(char) -> bool| !text.is_empty() && text.chars().all(sign);
    if matches!(text, "なし" | "無し" | "無" | "特になし" | "特に無し" | "該当なし" | "該当無し" | "（なし）")
    {
        return Some(Blank::Empty);
    }
    if all(|c| matches!(c, '-' | '‐' | '–' | '—' | '―' | '－' | '−' | 'ー' | '─')) {
        return Some(Blank::Empty);
    }
    let ditto =
        all(|c| matches!(c, '〃' | '″' | '”' | '゛' | '"' | '々')) || matches!(text, "同上" | "（同上）" | "上に同じ");
    ditto.then_some(Blank::Ditto)
}

/// Whether a text is nothing but a figure: `12,480`, `80％`, `△3`.
pub(super) fn is_amount(text: &str) -> bool {
    let digits = text.chars().filter(|c| is_digit(*c)).count();
    digits > 0 && text.chars().all(|c| is_digit(c) || ",，.．%％△▲-－円千".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_alone_is_no_text() {
        assert_eq!([blank("－"), blank("――"), blank("なし"), blank("該当なし")], [Some(Blank::Empty); 4]);
        assert_eq!([blank("〃"), blank("同上")], [Some(Blank::Ditto); 2]);
        assert_eq!(
            [is_amount("12,480"), is_amount("80％"), is_amount("2回"), is_amount("")],
            [true, true, false, false]
        );
        assert_eq!([blank("○"), blank("同上の課"), blank("")], [None; 3]);
    }
}
