//! Endings by which a name is told from a sentence.

use std::sync::LazyLock;

/// A list of endings that is asked often.
pub(super) struct Endings {
    /// By their last byte.
    by_last: [Vec<&'static str>; 256],
}

impl Endings {
    fn new(list: &[&'static str]) -> Self {
        let mut by_last = [const { Vec::new() }; 256];
        for ending in list {
            by_last[usize::from(*ending.as_bytes().last().unwrap_or(&0))].push(*ending);
        }
        Self { by_last }
    }

    /// Whether one of these ends the text.
    pub fn end(&self, text: &str) -> bool {
        let last = text.as_bytes().last().map_or(0, |byte| usize::from(*byte));
        self.by_last[last].iter().any(|ending| text.ends_with(ending))
    }
}

/// Endings of organizations' names and of what takes their place in such a column.
pub(super) static ORGANIZATIONS: LazyLock<Endings> = LazyLock::new(|| {
    Endings::new(&[
    "市", "町", "村", "区", "県", "府", "都", "課", "係", "室", "部", "局", "署", "所", "院", "校", "園", "会", "館", "庁", "省", "社", "店",
    "機関", "団", "団体", "組合", "法人", "施設", "センター", "ｾﾝﾀｰ", "ステーション", "ｽﾃｰｼｮﾝ", "サービス", "クリニック", "ホーム", "グループ",
    "者", "者等", "機関等", "団体等", "関係者", "保健師", "薬剤師", "相談員", "委員", "住民", "行政", "全機関", "全て", "連", "連携室", "協会", "財団", "基金",
    "大学", "短大", "学園", "学級", "教室", "企業", "業者", "農協", "消防", "警察", "消防本部", "本部", "支部", "支所", "隊", "連合", "研究所", "公社", "役場",
    "PTA", "ＰＴＡ", "ST", "ＳＴ", "MSW", "ＭＳＷ", "HWC", "ＨＷＣ", "NPO", "ＮＰＯ", "JA", "ＪＡ", "社協", "ネットワーク", "ボランティア", "家族", "各課",
])
});

/// Endings of what is done, not of who does it: verbal nouns, and what never ends a name.
pub(super) static ACTIONS: LazyLock<Endings> = LazyLock::new(|| {
    Endings::new(&[
    "検討", "実施", "開催", "作成", "配布", "参加", "整備", "推進", "拡大", "把握", "強化", "調査", "設置", "充実", "普及", "啓発", "周知", "育成", "確保", "構築",
    "支援", "研修", "研修会", "活用", "情報提供", "共有", "公開", "運行", "実験", "訓練", "見直し", "取組", "働きかけ", "について", "活動", "受入れ", "統一",
    "の開示", "提供", "明確化", "改善", "向上", "促進", "導入", "更新", "策定", "発信", "交換", "養成", "配置", "設定", "制度", "体制", "方法", "講習会", "教室",
])
});

/// Endings of verbs and adjectives that are written in kana.
pub(super) static PREDICATES: LazyLock<Endings> = LazyLock::new(|| {
    Endings::new(&[
    "する", "れる", "せる", "める", "ける", "げる", "える", "べる", "てる", "ねる", "ある", "いる", "なる", "くる", "みる", "かす", "らす", "やす", "たす", "わす", "なす", "した", "った", "れた",
    "ない", "たい", "しい", "らう", "つなぐ", "つくる", "もらう", "ともに",
])
});
