//! Lines among speech that are no speech: `〔「異議なし」と呼ぶ者あり〕`, `午前10時48分休憩`, `（以上）`.

use super::{Guard, Rule, RuleSet};

/// What a line is that is nobody's speech.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Aside {
    /// A stage direction or a time.
    Procedure,
    /// The end of the whole.
    End,
    /// `〔意見等〕`: what follows are turns.
    Opinions,
}

/// `－資料１に基づき、事務局から説明－`: its strokes are brackets, no bullet.
pub(crate) const BETWEEN_DASHES: &str = "aside.between-dashes";

/// `（「異議なし」の声あり）`: brackets around the whole line.
pub(crate) const ROUND_BRACKETS: &str = "aside.round-brackets";

/// Lines that are no speech though they stand among it.
pub(crate) static ASIDES: RuleSet<Aside> = RuleSet::new(&[
    Rule {
        id: "aside.end",
        kind: Aside::End,
        guard: Guard::of("（(【〔―－—-─‐–−〈＜以了終完")
            .ending("上了り完】〕）)〉＞―－—─‐–−-。.")
            .having("以了終完", 24),
        pattern: r"^[（(【〔〈＜―－—─‐–−-]*\s*(?:以\s*上|了|終\s*了|終\s*わ\s*り|完)\s*[】〕）)〉＞―－—─‐–−-]*[。.]?$",
        examples: &["（以上）", "――了――", "以　上", "－以上－"],
    },
    Rule {
        id: "aside.opinions",
        kind: Aside::Opinions,
        guard: Guard::of("（(【〔［[〈＜<《≪主意質発各委出御ご■○〇◯◆●□◇構参住町市県区村保学地利関傍会議審")
            .ending("見言疑問換答等容旨要】〕］]〉＞>》≫）):：")
            .holding(&["意見", "発言", "質疑", "質問"], 60),
        pattern: r"^[（(【〔［\[〈＜<《≪■○〇◯◆●□◇\s]*(?:[^\s。、「」：:（）()]{0,10}からの|(?:各|出席)?(?:委員|構成員|参加者|出席者)の?|(?:議事|会議|審議)における|地元の?|住民の?|出された)?(?:主な|主たる)?\s*(?:御|ご)?(?:意見|発言|質疑|質問)(?:交換|応答|等|内容|要旨|概要)?(?:[・、／/及びと]*(?:御|ご)?(?:意見|質疑|質問|発言|応答|回答)(?:応答|等)?)*\s*[】〕］\]〉＞>》≫）):：]*$",
        examples: &[
            "〔意見等〕",
            "〇主な意見及び質疑応答",
            "（質疑応答）",
            "（地元意見）",
            "○ 議事における主な意見要旨",
        ],
    },
    Rule {
        id: "aside.report",
        kind: Aside::Procedure,
        guard: Guard::ANY
            .ending("明告介読拶つ）。")
            .holding(&["説明", "報告", "紹介", "朗読", "挨拶", "あいさつ"], 100),
        pattern: r"^[^。「」]{1,24}(?:より|から|が|に基づき|により|[0-9０-９]にて)[^。「」]{0,40}(?:説明|報告|紹介|朗読|挨拶|あいさつ)(?:（[^（）]*）)?。?$",
        examples: &["事務局より資料1に基づき説明。", "事務局から資料３を報告", "資料１にて説明"],
    },
    Rule {
        id: "aside.noted-report",
        kind: Aside::Procedure,
        guard: Guard::of("※").ending("たす。.").short(240),
        pattern: r"^※[^。「」]{1,60}(?:説明|報告|紹介|連絡|挨拶|あいさつ|確認)(?:が(?:あっ|なさ|され|行われ)た|を行った|した|する)[。.]?$",
        examples: &["※事務局より次回の日程について連絡があった。"],
    },
    Rule {
        id: "aside.noted-stage",
        kind: Aside::Procedure,
        guard: Guard::of("※").short(120).ending("席室場憩開付布手立代了たる。."),
        pattern: r"^※[^。「」、]{1,30}(?:退席|退室|退場|入室|入場|着席|離席|休憩|再開|配付|配布|挙手|起立|交代|終了)(?:する|した|された)?[。.]?$",
        examples: &["※矢代委員退席", "※追加の資料を配布した。"],
    },
    Rule {
        id: "aside.named-report",
        kind: Aside::Procedure,
        guard: Guard::of("（(【〈＜").ending("明告介読拶つ").short(180).holding(&["）", ")", "】", "〉", "＞"], 14),
        pattern: r"^[（(【〈＜][^（）()【】〈〉＜＞。0-9０-９]{2,12}[）)】〉＞]\s*[^。「」]{1,50}(?:説明|報告|紹介|朗読|挨拶|あいさつ)$",
        examples: &["（事務局）　計画（素案）について説明", "【福祉課】資料２の報告"],
    },
    Rule {
        id: "aside.stage-brackets",
        kind: Aside::Procedure,
        guard: Guard::of("〔［[《≪").ending("〕］]》≫。."),
        // 〔２　要綱について〕 numbers a part of the meeting; 〔12名退席〕 counts.
        pattern: r"^(?:〔(?:[^〔〕0-9０-９][^〔〕]*|[0-9０-９]+[^\s０-９0-9．.、〔〕][^〔〕]*)〕|［[^［］]+］|\[[^\[\]]+\]|《[^《》]+》|≪[^≪≫]+≫)[。.]?$",
        examples: &["〔「異議なし」と呼ぶ者あり〕", "《資料確認》", "〔午後１時30分　開会〕"],
    },
    Rule {
        id: ROUND_BRACKETS,
        kind: Aside::Procedure,
        guard: Guard::of("（(").ending("）)。."),
        pattern: concat!(
            r"^[（(](?:.*(?:呼ぶ者|の声|と言う者|拍手|起立|挙手|登壇|降壇|退席|着席|退場|入場|出席|退室|入室|休憩|再開|再会|開会|閉会|開議|散会|延会|開始|終了|",
            r"朗読|黙[とﾄ]う|異議|了承|承認|可決|賛成|反対|採決|表決|投票|投影|配付|配布|説明|報告|紹介|確認|省略|笑い|笑|発言する|する者|離席|中断|交代|交替|参照|",
            r"資料|名簿|あいさつ|挨拶|自己紹介|別紙|なし|了|会場|[0-9０-９]{1,2}\s*[：:]\s*[0-9０-９]{2}|[0-9０-９]{1,2}時[0-9０-９半]*分?)[^）)]*)[）)][。.]?$",
        ),
        examples: &[
            "（「異議なし」の声あり）",
            "（14：00）",
            "（賛成者起立）",
            "(開会前)",
            "（午前９時30分　開会）",
            "（杉立敏也事務局長報告）",
            "（承認）",
        ],
    },
    Rule {
        id: "aside.outcome",
        kind: Aside::Procedure,
        guard: Guard::of("→⇒➡⇨※").short(120).ending("認承決定択意議査解しるた。."),
        pattern: concat!(
            r"^[→⇒➡⇨※]\s*(?:[^。]{1,40}?(?:について(?:は|も)?|は|を)、?)?(?:(?:(?:各委員|委員)?(?:全会|全員|満場)?一致|全員異議なし|異議なし|(?:全員|委員)?異議なく|賛成多数|全員賛成|全員挙手|(?:(?:賛成|反対|棄権|挙手)[^。（）]{0,6}[0-9０-９]{1,3}\s*(?:名|人|票)[、，\s]*){1,3})(?:（[^（）。]{1,20}）)?(?:で|により|にて)?、?)?(?:(?:原案|事務局案|提案)の?(?:とおり|通り|どおり)(?:に|で)?)?\s*",
            r"(?:承認|了承|可決|決定|採択|議決|同意|認定|異議なし|継続審議|継続審査)(?:を得た|と?された|とする|とした|となった|する|した)?[。.]?$",
        ),
        examples: &[
            "→　原案のとおり承認",
            "⇒全会一致で可決された。",
            "→ 異議なし",
            "→ 運行の継続について全員異議なく承認された。",
            "→ 賛成多数（挙手20名中18名）で承認。",
            "※各委員一致で可決",
        ],
    },
    Rule {
        id: "aside.result",
        kind: Aside::Procedure,
        guard: Guard::of("（(【〈＜").short(240).having("結", 6),
        pattern: r"^[（(【〈＜]\s*(?:審議|協議|採決|表決)?(?:の)?(?:結果|結論)\s*[）)】〉＞][：:]?\s*[^（(【〈＜\s][^。]{1,60}[。.]?$",
        examples: &["（結果）原案のとおり承認された。", "【審議結果】　継続して審議する"],
    },
    Rule {
        id: "aside.other-brackets",
        kind: Aside::Procedure,
        guard: Guard::of("【＜<〈").ending("】＞>〉。."),
        pattern: concat!(
            r"^[【＜<〈][^【】＜＞<>〈〉。]{0,40}?(?:休\s*憩|再\s*開|開\s*会|閉\s*会|開\s*議|散\s*会|拍\s*手|挙\s*手|起\s*立|了\s*承|異議なし|質疑なし|意見なし|",
            r"(?:資料|スライド|図)[^【】＜＞<>〈〉。]{0,20}(?:説明|報告|投影|参照|朗読))[^【】＜＞<>〈〉。]{0,8}[】＞>〉][。.]?$",
        ),
        examples: &["【休憩】", "＜資料１により説明＞", "【午後２時15分　再開】", "〈異議なし〉"],
    },
    Rule {
        id: "aside.handout",
        kind: Aside::Procedure,
        guard: Guard::of("【＜<〈").ending("】＞>〉").short(60),
        pattern: r"^[【＜<〈]\s*(?:(?:会議|参考|当日|追加|補足|配付|配布|事前)?資料|別紙|別添|スライド|図表?)\s*(?:[NnＮｎ][OoＯｏ][.．]?|№)?\s*[0-9０-９]{1,2}(?:[-－‐―ー・、,～〜と]+(?:資料)?[0-9０-９]{1,2})*\s*[】＞>〉]$",
        examples: &["【資料１】", "〈参考資料２－１〉", "＜別紙３＞"],
    },
    Rule {
        id: "aside.between-strokes",
        kind: Aside::Procedure,
        guard: Guard::of("=＝").ending("=＝"),
        pattern: r"^[=＝]{1,3}\s*[^=＝]+[=＝]{1,3}$",
        examples: &["= 資料1-1について福祉総務課長から説明 =", "＝閉会＝"],
    },
    Rule {
        id: BETWEEN_DASHES,
        kind: Aside::Procedure,
        guard: Guard::of("―－—─-‐–−").ending("―－—─-‐–−"),
        pattern: r"^[―－—─‐–−-]{1,3}\s*(?:[^\s0-9０-９―－—─‐–−。「」-][^―—─。「」]{0,48}|「[^「」]{2,12}」(?:の声(?:あり)?|と呼ぶ者あり)\s*)[―－—─‐–−-]{1,3}$",
        examples: &["―「異議なし」の声―", "－資料１に基づき、事務局から説明－", "―了承―", "― 休　憩（現地調査） ―"],
    },
    Rule {
        id: "aside.time",
        kind: Aside::Procedure,
        guard: Guard::of("午正0123456789０１２３４５６７８９").ending("会議憩開了始るた。."),
        pattern: concat!(
            r"^(?:[0-9０-９]{1,4}\s*[:：]\s*)?(?:(?:午前|午後|正午)\s*)?(?:[0-9０-９一二三四五六七八九十]{1,3}\s*[時：:]\s*(?:[0-9０-９一二三四五六七八九十]{1,3}\s*分?|半)?)?\s*",
            r"(?:に|、|　|\s)*(?:開\s*会|開\s*議|閉\s*会|散\s*会|延\s*会|休\s*憩|再\s*開|終\s*了|開\s*始|閉\s*議)(?:[・、](?:開\s*議|開\s*会|散\s*会|閉\s*会))?\s*(?:する|した)?[。.]?$",
        ),
        examples: &["午前10時48分休憩", "午後二時三十五分散会", "午後１時開会・開議", "12: 午前11時20分散会"],
    },
    Rule {
        id: "aside.word-and-time",
        kind: Aside::Procedure,
        guard: Guard::of("開閉散延休再").ending("分半時午）)"),
        pattern: concat!(
            r"^(?:開\s*会|開\s*議|閉\s*会|散\s*会|延\s*会|休\s*憩|再\s*開|閉\s*議)(?:[・、](?:開\s*議|散\s*会|閉\s*会))?(?:時刻|時間)?\s*[：:]?\s*",
            r"[（(]?\s*(?:(?:午前|午後)?\s*[0-9０-９一二三四五六七八九十]{1,3}\s*[時：:][0-9０-９一二三四五六七八九十半分\s]*|正午)\s*[）)]?$",
        ),
        examples: &["休憩　午後０時５分", "開会　午前10時", "散会（午後３時05分）", "休　憩　　正午"],
    },
    Rule {
        id: "aside.marked-time",
        kind: Aside::Procedure,
        guard: Guard::of("△▲▽▼◇◆○◯〇◎□■●"),
        pattern: concat!(
            r"^[△▲▽▼◇◆○◯〇◎□■●]\s*(?:開\s*会|開\s*議|閉\s*会|散\s*会|延\s*会|休\s*憩|再\s*開|閉\s*議)(?:[・、](?:開\s*議|散\s*会|閉\s*会))?",
            r"(?:\s*[（(]?\s*(?:午前|午後|正午)?\s*[0-9０-９一二三四五六七八九十]{1,3}\s*[時：:][0-9０-９一二三四五六七八九十半分\s]*[）)]?)?$",
        ),
        examples: &["△休憩　午前10時30分", "△開議", "◇散会（午後３時05分）"],
    },
]);

/// `－資料１に基づき、事務局から説明－`.
pub(crate) fn is_between_dashes(text: &str) -> bool {
    let dash = |c: char| matches!(c, '―' | '－' | '—' | '─' | '‐' | '–' | '−' | '-');
    text.starts_with(dash) && text.ends_with(dash) && ASIDES.rule(text).is_some_and(|rule| rule.id == BETWEEN_DASHES)
}
