//! How much a piece of a cell looks like a list of organizations, a sentence, or a date in a schedule.
//!
//! Only forms are judged here: suffixes, particles, predicate endings. What the document itself repeats is judged in
//! [`habits`](super::habits).

/// Endings of organizations' names and of what takes their place in such a column.
const ORGANIZATIONS: &[&str] = &[
    "市",
    "町",
    "村",
    "区",
    "県",
    "府",
    "都",
    "課",
    "係",
    "室",
    "部",
    "局",
    "署",
    "所",
    "院",
    "校",
    "園",
    "会",
    "館",
    "庁",
    "省",
    "社",
    "店",
    "機関",
    "団",
    "団体",
    "組合",
    "法人",
    "施設",
    "センター",
    "ｾﾝﾀｰ",
    "ステーション",
    "ｽﾃｰｼｮﾝ",
    "サービス",
    "クリニック",
    "ホーム",
    "グループ",
    "者",
    "者等",
    "機関等",
    "団体等",
    "関係者",
    "保健師",
    "薬剤師",
    "相談員",
    "委員",
    "住民",
    "行政",
    "全機関",
    "全て",
    "連",
    "連携室",
    "協会",
    "財団",
    "基金",
    "大学",
    "短大",
    "学園",
    "学級",
    "教室",
    "企業",
    "業者",
    "農協",
    "消防",
    "警察",
    "消防本部",
    "本部",
    "支部",
    "支所",
    "隊",
    "連合",
    "研究所",
    "公社",
    "役場",
    "PTA",
    "ＰＴＡ",
    "ST",
    "ＳＴ",
    "MSW",
    "ＭＳＷ",
    "HWC",
    "ＨＷＣ",
    "NPO",
    "ＮＰＯ",
    "JA",
    "ＪＡ",
    "社協",
    "ネットワーク",
    "ボランティア",
    "家族",
    "各課",
];

/// Endings of what is done, not of who does it: verbal nouns, and the case particles that never end a name.
const ACTIONS: &[&str] = &[
    "検討",
    "実施",
    "開催",
    "作成",
    "配布",
    "参加",
    "整備",
    "推進",
    "拡大",
    "把握",
    "強化",
    "調査",
    "設置",
    "充実",
    "普及",
    "啓発",
    "周知",
    "育成",
    "確保",
    "構築",
    "支援",
    "研修",
    "研修会",
    "活用",
    "情報提供",
    "共有",
    "公開",
    "運行",
    "実験",
    "訓練",
    "見直し",
    "取組",
    "働きかけ",
    "について",
    "活動",
    "受入れ",
    "統一",
    "の開示",
    "提供",
    "明確化",
    "改善",
    "向上",
    "促進",
    "導入",
    "更新",
    "策定",
    "発信",
    "交換",
    "養成",
    "配置",
    "設定",
    "制度",
    "体制",
    "方法",
    "講習会",
    "教室",
];

/// What a form speaks for, in the points of the scoring model.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Likeness {
    /// A list of organizations.
    pub organization: i32,
    /// A sentence or a description.
    pub prose: i32,
    /// More than a word or two, as a category is.
    pub phrase: i32,
    /// The rest of something that a line end has cut: `る。`, `務所`.
    pub rest: i32,
    /// A cell of the schedule: a month is named.
    pub schedule: i32,
    /// There is a 、 outside brackets.
    pub list: bool,
}

/// Whether a piece begins and ends with itself, or a line end may have cut it there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Whole {
    pub begins: bool,
    pub ends: bool,
}

/// Judges a piece without its bullet. `known` says whether the document lists a name elsewhere.
pub(super) fn likeness(text: &str, whole: Whole, known: impl Fn(&str) -> bool) -> Likeness {
    let items: Vec<&str> = split_list(text).collect();
    let last = items.len() - 1;
    let mut sum = 0;
    for (at, item) in items.iter().enumerate() {
        let score = if known(item) { 30 } else { item_likeness(item) };
        let cut = at == 0 && !whole.begins || at == last && !whole.ends;
        sum += if cut && score < 0 { score / 3 } else { score };
    }
    let count = i32::try_from(items.iter().filter(|item| !item.is_empty()).count()).unwrap_or(1).max(1);
    Likeness {
        organization: sum / count,
        prose: prose(text),
        phrase: phrase(text),
        rest: rest(text),
        schedule: schedule(text),
        list: items.len() > 1,
    }
}

fn item_likeness(item: &str) -> i32 {
    let name = without_remark(item);
    if name.is_empty() {
        return 0;
    }
    let length = name.chars().count();
    let particles = particles(name, &['を', 'は', 'が']);
    let long = i32::try_from(length.saturating_sub(16)).unwrap_or(0);
    if ends_with_any(name, ORGANIZATIONS) {
        return 20 - 8 * particles - long;
    }
    if ends_with_any(name, ACTIONS) || is_sentence_end(name) {
        return -20 - long;
    }
    if particles > 0 { -10 - long } else { -long }
}

/// How much of a sentence there is.
fn prose(text: &str) -> i32 {
    let mut score = 0;
    score += 4 * particles(text, &['を', 'は', 'が', 'に', 'で', 'へ']).min(5);
    if is_sentence_end(text) {
        score += 15;
    } else if ends_with_any(text, ACTIONS) {
        score += 6;
    }
    if text.contains('。') { score + 12 } else { score }
}

/// How many case particles there are. In a name written in kana (かがやき, はぐくみ) the same letters are none.
fn particles(text: &str, list: &[char]) -> i32 {
    let pairs = text.chars().zip(text.chars().skip(1));
    let count = pairs.filter(|(before, c)| list.contains(c) && (*c == 'を' || !('ぁ'..='ゖ').contains(before))).count();
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// Endings of verbs and adjectives that are written in kana.
const PREDICATES: &[&str] = &[
    "する",
    "れる",
    "せる",
    "める",
    "ける",
    "げる",
    "える",
    "べる",
    "てる",
    "ねる",
    "ある",
    "いる",
    "なる",
    "くる",
    "みる",
    "かす",
    "らす",
    "やす",
    "たす",
    "わす",
    "なす",
    "した",
    "った",
    "れた",
    "ない",
    "たい",
    "しい",
    "らう",
    "つなぐ",
    "つくる",
    "もらう",
    "ともに",
];

fn is_sentence_end(text: &str) -> bool {
    let mut back = text.chars().rev();
    let last = back.next();
    let written = back.next().is_some_and(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let verb = matches!(last, Some('る' | 'す' | 'う' | 'く' | 'ぐ' | 'つ' | 'む' | 'ぶ' | 'た' | 'い'));
    last == Some('。') || verb && (written || ends_with_any(text, PREDICATES))
}

/// How unlikely it is that anything begins so.
fn rest(text: &str) -> i32 {
    const ENDS: [&str; 18] = [
        "課",
        "係",
        "所",
        "院",
        "室",
        "部",
        "局",
        "会",
        "校",
        "員",
        "者",
        "団",
        "務所",
        "業所",
        "ター",
        "ション",
        "議会",
        "施",
    ];
    if text.starts_with([
        '、', '。', '）', ')', '」', '』', '】', 'ー', 'ッ', 'ャ', 'ュ', 'ョ', 'っ', 'ゃ', 'ゅ', 'ょ', 'ん', 'ン', '々',
    ]) {
        return 40;
    }
    let kana = text.chars().all(|c| ('ぁ'..='ん').contains(&c) || c == '。');
    if ENDS.contains(&text) || kana && text.chars().count() <= 3 { 25 } else { 0 }
}

/// `関係機関が情報共有する会議`, not `体制構築`.
fn phrase(text: &str) -> i32 {
    let long = i32::try_from(text.chars().count()).unwrap_or(i32::MAX).saturating_sub(8);
    let joined = text.contains(['の', 'を', '（', '「', '『', 'に']) || text.contains("向け");
    3 * long.max(0) + if joined { 12 } else { 0 } + if is_sentence_end(text) { 10 } else { 0 }
}

/// `会議開催（９月頃）`, `随時`, `第２四半期`.
fn schedule(text: &str) -> i32 {
    let mut score = 0;
    let mut before: Option<char> = None;
    for c in text.chars() {
        if c == '月' && before.is_some_and(crate::rules::is_digit) {
            score = 25;
        }
        before = Some(c);
    }
    if ["随時", "通年", "毎月", "順次", "未定", "年度", "四半期"]
        .iter()
        .any(|word| text.starts_with(word) || text.ends_with(word))
    {
        score = score.max(15);
    }
    if text.chars().count() > 16 { score - 30 } else { score }
}

fn ends_with_any(text: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| text.ends_with(ending))
}

/// Whether nothing speaks against a name: no sentence, no case particle.
pub(super) fn may_be_name(item: &str) -> bool {
    !is_sentence_end(item) && !item.contains(['を', 'は', 'が', '。']) && !ends_with_any(item, ACTIONS)
}

/// Whether a name ends like an organization's.
pub(super) fn has_suffix(item: &str) -> bool {
    ends_with_any(item, ORGANIZATIONS)
}

/// A name without the remark in brackets behind it: `ゆいはあと（既存の部会）` → `ゆいはあと`.
pub(super) fn without_remark(item: &str) -> &str {
    let open = item.char_indices().find(|(at, c)| *at > 0 && is_open(*c)).map_or(item.len(), |(at, _)| at);
    item[..open].trim_matches(|c| is_open(c) || is_close(c)).trim_end_matches("等").trim_end_matches("など")
}

/// The items of a list: split at 、 outside brackets.
pub(super) fn split_list(text: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_usize;
    text.split(move |c| {
        if is_open(c) {
            depth += 1;
        } else if is_close(c) {
            depth = depth.saturating_sub(1);
        }
        depth == 0 && is_separator(c)
    })
}

/// What stands between two organizations.
pub(super) fn is_separator(c: char) -> bool {
    matches!(c, '、' | '，' | ',' | '､' | '；' | ';')
}

pub(super) fn is_open(c: char) -> bool {
    matches!(c, '（' | '(' | '［' | '[' | '〔' | '【' | '「' | '『' | '＜' | '《' | '〈')
}

pub(super) fn is_close(c: char) -> bool {
    matches!(c, '）' | ')' | '］' | ']' | '〕' | '】' | '」' | '』' | '＞' | '》' | '〉')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn like(text: &str) -> Likeness {
        likeness(text, Whole { begins: true, ends: true }, |_| false)
    }

    #[test]
    fn lists_of_names_look_like_organizations() {
        for text in ["厚木市、厚木市立病院", "ゆいはあと、病院MSW、厚木保健福祉事務所、厚木市", "座間養護学校（窓口）"]
        {
            assert!(like(text).organization > 0, "{text}");
        }
        for text in ["研修会の開催", "一覧を作成する", "国や県への働きかけ"] {
            assert!(like(text).organization < 0, "{text}");
        }
    }

    #[test]
    fn a_month_makes_a_schedule_cell() {
        assert!(like("会議開催（９月頃）").schedule > 0);
        assert_eq!(like("厚木市").schedule, 0);
    }
}
