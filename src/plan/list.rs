//! Lists of names, as they are written: 、 between the names, remarks in brackets behind them.

/// A name without the remark in brackets behind it: `ゆいはあと（既存の部会）` → `ゆいはあと`.
pub(super) fn without_remark(item: &str) -> &str {
    let open = item.char_indices().find(|(at, c)| *at > 0 && is_open(*c)).map_or(item.len(), |(at, _)| at);
    trim(&item[..open])
}

/// A name without brackets around it and 等 behind it.
pub(super) fn trim(name: &str) -> &str {
    let mut bare = name.trim_matches(|c| is_open(c) || is_close(c)).trim_end_matches('等');
    while let Some(shorter) = bare.strip_suffix("など") {
        bare = shorter;
    }
    bare
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
#[inline]
pub(super) fn is_separator(c: char) -> bool {
    matches!(c, '、' | '，' | ',' | '､' | '；' | ';')
}

#[inline]
pub(super) fn is_open(c: char) -> bool {
    matches!(c, '（' | '(' | '［' | '[' | '〔' | '【' | '「' | '『' | '＜' | '《' | '〈')
}

#[inline]
pub(super) fn is_close(c: char) -> bool {
    matches!(c, '）' | ')' | '］' | ']' | '〕' | '】' | '」' | '』' | '＞' | '》' | '〉')
}
