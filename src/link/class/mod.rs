//! What a label is by itself, wherever it stands: the form of a name, a role, a group, a phrase.

mod form;
mod script;
mod words;

use words::joined;

/// What a label is by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// In the document's names or a register.
    Known,
    /// 厚木市, 小田原市健康づくり課, 座間養護学校: a place and a form.
    PlaceAndForm,
    /// うわまち病院: a body and a plain form.
    Form,
    /// 医師会, 市立病院: a form without a name.
    BareForm,
    /// 小田原養護: a place and more.
    PlaceAndMore,
    /// 事務局, 座長.
    Role,
    /// ひまわりの家: may be.
    WeakForm,
    /// 行政, 保護者.
    Generic,
    /// 県.
    Government,
    /// たんぽぽ, ドリームハウス, 太陽の門.
    Nickname,
    /// 小田原: a place alone may be a place.
    Place,
    /// 花みずき: nouns, it seems, of more than one script.
    Nouns,
    /// 概算, 努力義務: kanji only, as most words that remark on a text are.
    Word,
    /// 役割分担, 医療的ケア児: an end that names no organization.
    Ending(&'static str),
    /// 約20名, 以下「連絡会」という.
    Refused(&'static str),
}

impl Class {
    /// What `label`, one party of a bracket, is; `known` where the document's names or a register have it.
    pub fn of(label: &str, known: bool) -> Class {
        match joined(label, known) {
            refused @ Class::Refused(_) => named_in_quotes(label).unwrap_or(refused),
            class => class,
        }
    }

    pub fn weight(self) -> i32 {
        match self {
            Class::Known => 6,
            Class::PlaceAndForm => 5,
            Class::Form => 4,
            Class::BareForm | Class::PlaceAndMore | Class::Role => 3,
            Class::WeakForm | Class::Generic | Class::Government | Class::Nickname => 2,
            Class::Place => 1,
            Class::Nouns => 0,
            Class::Word => -4,
            Class::Ending(_) => -6,
            Class::Refused(_) => crate::link::judge::REFUSED,
        }
    }

    pub fn reason(self) -> &'static str {
        match self {
            Class::Known => "label.known",
            Class::PlaceAndForm => "form.place",
            Class::Form => "form.plain",
            Class::BareForm => "form.bare",
            Class::PlaceAndMore => "label.place-and-more",
            Class::Role => "label.role",
            Class::WeakForm => "form.weak",
            Class::Generic => "label.generic",
            Class::Government => "label.government",
            Class::Nickname => "label.nickname",
            Class::Place => "label.place",
            Class::Nouns => "label.nouns",
            Class::Word => "label.word",
            Class::Ending(reason) | Class::Refused(reason) => reason,
        }
    }

    /// Whether its morphemes may tell more.
    pub fn is_doubtful(self) -> bool {
        matches!(self, Class::Nickname | Class::Nouns | Class::Word)
    }

    /// Whether the label says so little that its place in the text must help.
    pub fn is_weak(self) -> bool {
        self.weight() <= 3
    }
}

/// What a body is whose own name stands in quotes: `親の会「なぎさ」`, `ＮＰＯ法人「虹」`; not `講演会「…」`, and not
/// `厚木市「子育てガイド」`, for a town has no other name.
fn named_in_quotes(label: &str) -> Option<Class> {
    const LONGEST: usize = 12;
    const KINDS: [&str; 17] = [
        "会",
        "法人",
        "センター",
        "事業所",
        "作業所",
        "診療所",
        "保育所",
        "ホーム",
        "園",
        "施設",
        "工房",
        "ステーション",
        "クラブ",
        "サークル",
        "ネットワーク",
        "グループ",
        "団体",
    ];
    let (front, name) = label.strip_suffix(['」', '』'])?.split_once(['「', '『'])?;
    let may = KINDS.iter().any(|kind| front.ends_with(kind))
        && !name.is_empty()
        && name.chars().nth(LONGEST).is_none()
        && !name.contains(['「', '『', '、', '。']);
    match joined(front, false) {
        class @ (Class::PlaceAndForm | Class::Form | Class::WeakForm) if may => Some(class),
        Class::BareForm if may => Some(Class::Form),
        _ => None,
    }
}
