//! Which old and new elements are compared at all: all with all, or in long documents neighbours only.

/// So many pairs are compared one with each other.
const PAIRS: usize = 40_000;
/// Beyond that, so many elements on each side of the place where one is expected.
const WINDOW: usize = 24;

/// Whether so many old and new elements are few enough to compare each with each.
pub(super) const fn are_few(old: usize, new: usize) -> bool {
    old.saturating_mul(new) <= PAIRS
}

/// Calls `visit` with the old and new places to compare. Both lists ascend; `expected` says where in the old
/// document a new element is looked for.
pub(super) fn candidates(
    old: &[usize],
    new: &[usize],
    expected: impl Fn(usize) -> usize,
    mut visit: impl FnMut(usize, usize),
) {
    let few = are_few(old.len(), new.len());
    for at in new {
        let middle = if few { 0 } else { old.partition_point(|here| *here < expected(*at)) };
        let near = if few { old } else { &old[middle.saturating_sub(WINDOW)..old.len().min(middle + WINDOW + 1)] };
        near.iter().for_each(|here| visit(*here, *at));
    }
}

/// For each new element where its old one is expected: as far behind the last matched one as it is there.
///
/// New 0–3 of which 1 is old 5: they are expected at 0, 5, 6, 7.
pub(super) fn expected(matched: impl Iterator<Item = Option<usize>>) -> Vec<usize> {
    let mut next = 0;
    let mut places = Vec::new();
    for old in matched {
        let place = old.unwrap_or(next);
        places.push(place);
        next = place + 1;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_follows_a_matched_element_is_expected_behind_its_partner() {
        assert_eq!(expected([None, Some(5), None, None].into_iter()), [0, 5, 6, 7]);
    }

    #[test]
    fn many_elements_are_compared_with_their_neighbours_only() {
        let many: Vec<usize> = (0..10_000).collect();
        let mut count = 0;
        candidates(
            &many,
            &many,
            |at| at,
            |here, at| {
                assert!(here.abs_diff(at) <= WINDOW);
                count += 1;
            },
        );
        assert!(count > 400_000 && count < 500_000, "{count}");
        let mut all = 0;
        candidates(&many[..100], &many[..100], |_| 0, |_, _| all += 1);
        assert_eq!(all, 10_000);
    }
}
