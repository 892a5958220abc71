namespace CodeRelay;

/// <summary>
/// What all code below this namespace gets in place of LINQ's methods of the same names. LINQ's own iterators (`Where`, `OrderBy`, ...)
/// are asked to make a faster one, by a generic virtual call; a native executable looks the target of each such call up when it is first
/// made, which altogether took 6 % of the time of a check, and it holds every iterator of every type for every type of result: half of
/// its 42 MB, with statics that each process makes when it starts.
/// </summary>
internal static class PlainSequence
{
    /// <summary>As <see cref="Enumerable.Select{TSource, TResult}(IEnumerable{TSource}, Func{TSource, TResult})"/>.</summary>
    public static IEnumerable<TResult> Select<TSource, TResult>(this IEnumerable<TSource> source, Func<TSource, TResult> selector)
    {
        foreach (var one in source)
            yield return selector(one);
    }

    /// <summary>As <see cref="Enumerable.Where{TSource}(IEnumerable{TSource}, Func{TSource, bool})"/>.</summary>
    public static IEnumerable<TSource> Where<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate)
    {
        foreach (var one in source)
        {
            if (predicate(one))
                yield return one;
        }
    }
}
