/** Resolves with the value, or with `late` if that takes longer than the timeout. */
export async function inTime<T, L>(value: T | PromiseLike<T>, timeout: number, late: L): Promise<T | L> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lateValue = new Promise<L>((resolve) => {
    timer = setTimeout(() => resolve(late), timeout);
  });
  try {
    return await Promise.race([value, lateValue]);
  } finally {
    clearTimeout(timer);
  }
}
