//! How a head is set off: one row for each way in which public bodies do it.

use super::author::Person;

/// A head as it is written, and what the output calls it.
pub struct Head {
    pub written: String,
    pub label: String,
    /// Whether the turn begins on the next line.
    pub own_line: bool,
}

/// All ways; `needs_list` are those that mean nothing without an attendee list.
pub const STYLES: usize = 28;

pub fn needs_list(style: usize) -> bool {
    matches!(style, 15 | 22)
}

/// The head of the turn number `turn` that `person` takes.
pub fn head(style: usize, person: &Person, turn: usize) -> Head {
    let Person { family, given, role } = person;
    let title = if role.ends_with('長') && !matches!(*role, "会長" | "委員長" | "座長" | "議長" | "部会長")
    {
        "課長"
    } else {
        role
    };
    let desk = if matches!(*role, "委員" | "会長" | "委員長" | "座長" | "議長" | "部会長" | "副会長") {
        role
    } else {
        "事務局"
    };
    let (before, label, behind, own_line) = match style {
        0 => ("○", format!("{family}{role}"), "　", false),
        1 => ("○", format!("{role}（{family}{given}君）"), "　", false),
        2 => ("○", format!("{family}{role}"), "", true),
        3 => ("○（", format!("{family}{given}{title}"), "）　", false),
        4 => ("【", format!("{family}{title}"), "】　", false),
        5 => ("〈 ", desk.to_string(), " 〉", true),
        6 => ("(", desk.to_string(), ")", false),
        7 => ("■", format!("{family}{role}"), "：", false),
        8 => ("", format!("{role}({family}君)"), ":", false),
        9 => ("", desk.to_string(), "：", false),
        10 => ("", desk.to_string(), "　　", false),
        11 => ("", format!("{family}{title}"), "", true),
        12 => ("", format!("{family}{given}{title}"), "　", false),
        13 => (mark(desk), desk.to_string(), "　", false),
        14 => ("【", format!("{role}：{family} {given}"), "】", true),
        15 => ("", family.to_string(), "", true),
        16 => ("○", family.to_string(), "", true),
        17 => ("◯", format!("{family}{given}{title}"), "　", false),
        18 => ("《", format!("{family}{title}"), "》", true),
        19 => ("（", desk.to_string(), "）", false),
        20 => ("", format!("{role}（{family}{given}君）"), " ", false),
        21 => ("", format!("{family}{title}"), "　……　", false),
        22 => ("", family.to_string(), "：", false),
        23 => ("【", format!("{family}{title}"), "】：", false),
        24 => ("○", apart(&format!("{family}{role}")), "　", false),
        25 => ("", format!("{}番　{family}{given}議員", family.len() + given.len()), "　", false),
        26 => ("", desk.to_string(), " ", false),
        _ => ("◎（", format!("{role}　{family}{given}"), "）　", false),
    };
    let before = if style == 12 { format!("{}: ◯", turn + 3) } else { before.to_string() };
    Head { written: format!("{before}{label}{behind}"), label, own_line }
}

/// The letters of a word set apart: `森 下 委 員`.
fn apart(word: &str) -> String {
    word.chars().map(String::from).collect::<Vec<_>>().join(" ")
}

/// Marks that tell the role.
fn mark(role: &str) -> &'static str {
    match role {
        "委員" => "○",
        "事務局" => "△",
        _ => "◎",
    }
}
