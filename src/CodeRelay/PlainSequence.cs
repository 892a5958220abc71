namespace CodeRelay;

/// <summary>
/// Replaces the LINQ methods of the same names for all code in this namespace. LINQ's iterators (`Where`, `OrderBy`, ...) ask each other for
/// a faster one through generic virtual calls. A native executable looks up the target of each such call on first use, which took 6 % of
/// the time of a check, and contains every iterator for every type of element and result: half of its 42 MB, with statics that each
/// process initializes at start.
/// </summary>
internal static class PlainSequence
{
    /// <summary>See <see cref="Enumerable.Select{TSource, TResult}(IEnumerable{TSource}, Func{TSource, TResult})"/>.</summary>
    public static IEnumerable<TResult> Select<TSource, TResult>(this IEnumerable<TSource> source, Func<TSource, TResult> selector)
    {
        foreach (var one in source)
            yield return selector(one);
    }

    /// <summary>See <see cref="Enumerable.Where{TSource}(IEnumerable{TSource}, Func{TSource, bool})"/>.</summary>
    public static IEnumerable<TSource> Where<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate)
    {
        foreach (var one in source)
        {
            if (predicate(one))
                yield return one;
        }
    }
}
