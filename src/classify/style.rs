//! The styles in which authors number lines or set them off.

/// How a line is numbered or set off.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Style {
    /// `Ⅰ 連携`.
    Roman,
    /// `ⅰ 連携`.
    SmallRoman,
    /// `１）研修`.
    HalfBracket,
    /// `ア　相談`.
    Kana,
    /// `（ア）相談`.
    KanaBracket,
    /// `（a）相談`.
    LetterBracket,
    /// `Ａ　連携`, with a gap or a point: `Ａ委員` is somebody.
    Letter,
    /// `一　就学`.
    Ideograph,
    /// `第１ 就学`, with a single space as only headings have it that others like them stand beside.
    Ordinal,
    /// `【テーマ１】就学`.
    Word,
    /// `＜連携＞`.
    Angle,
    /// `～連携～`, `［連携］`, by the sign with which it begins.
    Enclosed(char),
    /// `## 連携`, by how many signs there are.
    Hashes(usize),
    /// `【連携】`, which may as well be a name: only what stands below tells.
    Lenticular,
    /// `(1)…`, `1. …`, `１　…` and `①…`: here only where they number opinions; what they head the rules of the summary know.
    DigitBracket,
    DigitPoint,
    DigitGap,
    Circled,
    /// `意見１：…`, a label that only this document has, by what is the same in all of its kind.
    Own(u32),
}

impl Style {
    /// Whether the rules of the summary know what such lines head.
    pub fn is_of_rules(self) -> bool {
        match self {
            Self::DigitBracket | Self::DigitPoint | Self::DigitGap | Self::Circled => true,
            Self::Roman
            | Self::SmallRoman
            | Self::HalfBracket
            | Self::Kana
            | Self::KanaBracket
            | Self::LetterBracket => false,
            Self::Letter | Self::Ideograph | Self::Ordinal | Self::Word | Self::Angle | Self::Lenticular => false,
            Self::Own(_) | Self::Enclosed(_) | Self::Hashes(_) => false,
        }
    }

    /// Whether only this document has it.
    pub fn is_own(self) -> bool {
        matches!(self, Self::Own(_))
    }

    /// Whether authors number opinions so.
    pub fn may_list(self) -> bool {
        match self {
            Self::Roman
            | Self::SmallRoman
            | Self::HalfBracket
            | Self::Kana
            | Self::KanaBracket
            | Self::LetterBracket => true,
            Self::DigitBracket | Self::DigitPoint | Self::DigitGap | Self::Circled => true,
            Self::Letter | Self::Ideograph | Self::Own(_) => true,
            Self::Ordinal | Self::Word | Self::Angle | Self::Lenticular => false,
            Self::Enclosed(_) | Self::Hashes(_) => false,
        }
    }

    /// Whether such lines mostly head something, so that opinions have to say who voiced them, or be sentences.
    pub fn is_strict(self) -> bool {
        let numbers = matches!(
            self,
            Self::Roman | Self::SmallRoman | Self::KanaBracket | Self::LetterBracket | Self::DigitGap | Self::Circled
        );
        numbers || matches!(self, Self::Letter | Self::Ideograph | Self::Own(_))
    }
}
