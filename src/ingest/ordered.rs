//! Work in parallel, results in order, memory bounded.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// How far a worker may be ahead of the oldest unfinished item, for each worker.
const AHEAD: usize = 8;

/// A document may be nested deeply, and its reading recurses.
const STACK: usize = 16 << 20;

/// Does `work` for each item with `jobs` threads and hands the results to `sink` in the items' order. The first error
/// of `sink` ends everything. With one job nothing else runs beside it.
pub(super) fn ordered<T: Sync, R: Send, E: Send>(
    items: &[T],
    jobs: usize,
    work: impl Fn(&T) -> R + Sync,
    sink: impl FnMut(&T, R) -> Result<(), E> + Send,
) -> Result<(), E> {
    let line = Line {
        next: AtomicUsize::new(0),
        delivery: Mutex::new(Delivery { at: 0, waiting: BTreeMap::new(), sink, error: None }),
        moved: Condvar::new(),
        ahead: jobs * AHEAD,
    };
    thread::scope(|scope| {
        for _ in 0..jobs.max(1) {
            let worker = thread::Builder::new().stack_size(STACK);
            let run = worker.spawn_scoped(scope, || line.run(items, &work));
            run.expect("the system gives a thread");
        }
    });
    let delivery = line.delivery.into_inner().unwrap_or_else(PoisonError::into_inner);
    delivery.error.map_or(Ok(()), Err)
}

struct Line<R, E, S> {
    next: AtomicUsize,
    delivery: Mutex<Delivery<R, E, S>>,
    moved: Condvar,
    ahead: usize,
}

struct Delivery<R, E, S> {
    /// The item whose result is delivered next.
    at: usize,
    waiting: BTreeMap<usize, R>,
    sink: S,
    error: Option<E>,
}

impl<R, E, S> Line<R, E, S> {
    fn run<T>(&self, items: &[T], work: &impl Fn(&T) -> R)
    where
        S: FnMut(&T, R) -> Result<(), E>,
    {
        loop {
            let at = self.next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(at) else { return };
            if self.wait_for(at).error.is_some() {
                return;
            }
            let result = work(item);
            let mut delivery = self.delivery();
            delivery.waiting.insert(at, result);
            delivery.deliver(items);
            self.moved.notify_all();
        }
    }

    fn delivery(&self) -> MutexGuard<'_, Delivery<R, E, S>> {
        self.delivery.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until item `at` is not too far ahead, or something went wrong.
    fn wait_for(&self, at: usize) -> MutexGuard<'_, Delivery<R, E, S>> {
        let far = |delivery: &mut Delivery<R, E, S>| at >= delivery.at + self.ahead && delivery.error.is_none();
        self.moved.wait_while(self.delivery(), far).unwrap_or_else(PoisonError::into_inner)
    }
}

impl<R, E, S> Delivery<R, E, S> {
    fn deliver<T>(&mut self, items: &[T])
    where
        S: FnMut(&T, R) -> Result<(), E>,
    {
        while let Some(result) = self.waiting.remove(&self.at) {
            if self.error.is_none() {
                self.error = (self.sink)(&items[self.at], result).err();
            }
            self.at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_with_any_number_of_jobs() {
        let items: Vec<usize> = (0..500).collect();
        for jobs in [1, 2, 7] {
            let mut seen = Vec::new();
            let slow = |n: &usize| (0..(n * 7919) % 1000).fold(*n, |sum, one| sum ^ one ^ one);
            ordered(&items, jobs, slow, |_, n| {
                seen.push(n);
                Ok::<(), ()>(())
            })
            .unwrap();
            assert_eq!(seen, items);
        }
    }

    #[test]
    fn the_first_error_ends_the_work() {
        let items: Vec<usize> = (0..100_000).collect();
        let done = AtomicUsize::new(0);
        let work = |n: &usize| {
            done.fetch_add(1, Ordering::Relaxed);
            *n
        };
        let ended = ordered(&items, 2, work, |_, n| if n == 10 { Err(n) } else { Ok(()) });
        assert_eq!(ended, Err(10));
        assert!(done.load(Ordering::Relaxed) < 100);
    }
}
