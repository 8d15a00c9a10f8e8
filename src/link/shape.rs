//! The shape of a label: the place it begins with and the form it ends in. No register and no document is asked.

use std::borrow::Cow;

use crate::lexicon::forms::{self, Form};
use crate::lexicon::municipalities::{Municipalities, Municipality};

/// `横須賀市健康づくり課` = place 横須賀市 + rest 健康づくり課, form 課.
#[derive(Debug, Clone)]
pub struct Shape<'a> {
    pub label: &'a str,
    pub place: Option<Place<'a>>,
    /// What follows the place: `健康づくり課`; the whole label where it begins with none.
    pub rest: &'a str,
    /// The form of the label's end, unless the label is a place alone.
    pub form: Option<&'static Form>,
    /// The form in front of a name of its own: 訪問看護ST of 訪問看護STもみじ.
    pub head: Option<&'static Form>,
}

/// Rows of the table of municipalities: mostly as it lists them.
pub(crate) type Rows = Cow<'static, [&'static Municipality]>;

/// The place that a label begins with.
#[derive(Debug, Clone)]
pub struct Place<'a> {
    /// As written: `神奈川県横須賀市`, `小田原`.
    pub written: &'a str,
    /// The municipalities, wards or prefectures that it may be: two for 府中市.
    pub rows: Rows,
    /// Written with its 市, 町, 県 …; otherwise only its core (小田原養護).
    pub full: bool,
    /// 市立, 県立: what follows belongs to it. The 立 stands at the start of the rest.
    pub owner: bool,
}

/// 帯広支援, 帯広特支, 帯広特別支援: what people of a place call its 特別支援学校; 支援 of no place is a deed.
pub(crate) fn is_short_school(shape: &Shape) -> bool {
    shape.place.as_ref().is_some_and(|place| !place.full) && matches!(shape.rest, "支援" | "特支" | "特別支援")
}

impl Shape<'_> {
    pub fn of(label: &str) -> Shape<'_> {
        let place = place_at_start(label);
        let rest = place.as_ref().map_or(label, |place| &label[place.written.len()..]);
        let form = forms::of(rest);
        let head = if form.is_some_and(|form| form.plain) { None } else { forms::at_start(rest) };
        Shape { label, place, rest, form, head }
    }

    /// A municipality, ward or prefecture in full and nothing else: 厚木市.
    pub fn is_government(&self) -> bool {
        self.rest.is_empty() && self.place.as_ref().is_some_and(|place| place.full)
    }

    /// Plainly an organization: a government, or a name with a body and a form that nothing else ends in.
    pub fn is_plain(&self) -> bool {
        let whole_form = self.form.is_some_and(|form| form.plain && form.suffix.len() < self.label.len());
        self.is_government() || whole_form || self.head.is_some()
    }

    /// The part of the label before its form's suffix and after its place: `小田原市立` + `` + 病院; `うわまち` of うわまち病院.
    pub fn body(&self) -> &str {
        let suffix = self.form.map_or(0, |form| form.suffix.len());
        &self.rest[..self.rest.len().saturating_sub(suffix)]
    }
}

/// The longest place at the start: with its prefecture, county, city and ward where they are written.
pub(crate) fn place_at_start(label: &str) -> Option<Place<'_>> {
    let all = Municipalities::all();
    let prefecture = prefecture_at_start(label);
    let after_prefecture = prefecture.map_or(0, |row| row.name.len());
    let inner = &label[after_prefecture..];
    let county = county_at_start(inner);
    let full = all.name_at_start(&inner[county..]);
    let core = all.core_at_start(inner);
    let digits = prefecture.map(|row| row.prefecture());

    if let Some(length) = full.filter(|&length| core.is_none_or(|core| county + length > core)) {
        let name = &inner[county..county + length];
        let is_meant =
            |row: &Municipality| digits.is_none_or(|digits| row.prefecture() == digits) && !row.is_prefecture();
        let rows = those(all.all_named(name), is_meant);
        if !rows.is_empty() {
            let end = after_prefecture + county + length;
            return Some(with_ward(label, end, rows));
        }
    }
    if let Some(row) = prefecture {
        let rows = Cow::Borrowed(std::slice::from_ref(row));
        return Some(Place { written: row.name, rows, full: true, owner: inner.starts_with('立') });
    }
    let length = core?;
    let rows = all.with_core(&label[..length]);
    // 福島 is the prefecture and its city before it is 福島町 in 北海道.
    let digits = rows.iter().find(|row| row.is_prefecture()).map(|row| row.prefecture());
    let rows = those(rows, |row| digits.is_none_or(|digits| row.prefecture() == digits));
    let owner = rows.iter().all(|row| row.is_prefecture()) && label[length..].starts_with("県立");
    Some(Place { written: &label[..length], rows, full: false, owner })
}

/// Those of a table's rows that are meant: mostly all of them.
fn those(rows: &'static [&'static Municipality], is_meant: impl Fn(&Municipality) -> bool) -> Rows {
    if rows.iter().all(|row| is_meant(row)) {
        return Cow::Borrowed(rows);
    }
    rows.iter().copied().filter(|row| is_meant(row)).collect()
}

/// A designated city may be followed by its ward: 横浜市青葉区.
fn with_ward<'a>(label: &'a str, end: usize, rows: Rows) -> Place<'a> {
    let all = Municipalities::all();
    let after = &label[end..];
    let ward = all.name_at_start(after).and_then(|length| {
        let belongs = |ward: &&&'static Municipality| rows.iter().any(|city| ward.ward_of == Some(city.code));
        all.all_named(&after[..length]).iter().find(belongs).map(|ward| (length, ward))
    });
    match ward {
        Some((length, ward)) => Place {
            written: &label[..end + length],
            rows: Cow::Borrowed(std::slice::from_ref(ward)),
            full: true,
            owner: after[length..].starts_with('立'),
        },
        None => Place { written: &label[..end], rows, full: true, owner: after.starts_with('立') },
    }
}

fn prefecture_at_start(label: &str) -> Option<&'static &'static Municipality> {
    // The longest prefecture's name has four characters (神奈川県, 和歌山県, 鹿児島県).
    let ends = label.char_indices().skip(2).take(2).filter(|(_, c)| matches!(c, '都' | '道' | '府' | '県'));
    let mut names = ends.map(|(at, c)| &label[..at + c.len_utf8()]);
    names.find_map(|name| Municipalities::all().all_named(name).iter().find(|row| row.is_prefecture()))
}

/// The length of a county before a town: `足柄下郡箱根町` → that of 足柄下郡; 蒲郡市 is none.
fn county_at_start(text: &str) -> usize {
    let end = text.char_indices().skip(1).take(5).find(|&(_, c)| c == '郡').map(|(at, c)| at + c.len_utf8());
    let all = Municipalities::all();
    end.filter(|&end| all.name_at_start(text).is_none() && all.name_at_start(&text[end..]).is_some()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place_and_rest(label: &str) -> (String, &str, Option<&'static str>) {
        let shape = Shape::of(label);
        let place = shape.place.map(|place| place.rows.iter().map(|row| row.code).collect::<Vec<_>>().join(","));
        (place.unwrap_or_default(), shape.rest, shape.form.map(|form| form.suffix))
    }

    #[test]
    fn a_label_falls_into_place_and_form() {
        assert_eq!(place_and_rest("横須賀市健康づくり課"), ("142018".into(), "健康づくり課", Some("課")));
        assert_eq!(place_and_rest("厚木保健福祉事務所"), ("142123".into(), "保健福祉事務所", Some("保健福祉事務所")));
        assert_eq!(place_and_rest("足柄下郡箱根町"), ("143821".into(), "", None));
        assert_eq!(place_and_rest("東京都府中市"), ("132063".into(), "", None));
        assert_eq!(place_and_rest("横浜市青葉区"), ("141178".into(), "", None));
        assert_eq!(place_and_rest("蒲郡市民病院"), ("232149".into(), "民病院", Some("病院")));
        assert_eq!(place_and_rest("東村山医師会"), ("132136".into(), "医師会", Some("医師会")));
        assert_eq!(place_and_rest("ほうあんふじ"), (String::new(), "ほうあんふじ", None));
        assert_eq!(
            place_and_rest("神奈川県立こども医療センター"),
            ("140007".into(), "立こども医療センター", Some("医療センター"))
        );
    }

    #[test]
    fn a_namesake_keeps_all_its_rows() {
        assert_eq!(place_and_rest("府中市").0, "132063,342084");
    }
}
