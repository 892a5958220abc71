using CodeRelay.Documents;

namespace CodeRelay.Analysis;

/// <summary>
/// Limits the listed findings per rule and file; the rest is only counted. Suppressed and baselined findings do not count, so that
/// they never hide a new one.
/// </summary>
/// <param name="most">Findings per rule and file.</param>
/// <param name="knownCount">Findings in the baseline; any of them may be among those that a rule reports.</param>
internal sealed class FindingLimit(int most, int knownCount)
{
    private readonly Dictionary<(string Rule, string File), int> _counts = [];
    private readonly Dictionary<(string Rule, string File), int> _unread = [];
    private readonly Dictionary<string, SuppressionIndex> _suppressions = new(StringComparer.Ordinal);

    // One more than is listed, so that a run with exactly as many does not report a rest.
    private long Enough => (long)most + knownCount + 1;

    /// <summary>Counts a reported finding.</summary>
    public void Count(Finding finding, IEnumerable<Document> documents)
    {
        if (!Suppressions(finding.File, documents).Covers(finding))
            _counts[(finding.Rule.Id, finding.File)] = _counts.GetValueOrDefault((finding.Rule.Id, finding.File)) + 1;
    }

    /// <summary>The items up to the one with which a rule has enough findings in a document; the number of skipped items is recorded.</summary>
    public IEnumerable<T> UntilEnough<T>(RuleInfo rule, Document document, IReadOnlyList<T> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (_counts.GetValueOrDefault((rule.Id, document.Path)) >= Enough)
            {
                _unread[(rule.Id, document.Path)] = items.Count - i;
                yield break;
            }

            yield return items[i];
        }
    }

    /// <summary>Splits findings into those to list and the rest; per rule and file, one extra listed finding counts the rest.</summary>
    /// <param name="findings">Sorted.</param>
    public (IReadOnlyList<Finding> Listed, IReadOnlyList<Finding> Unlisted) Cut(IReadOnlyList<Finding> findings)
    {
        if (findings.Count <= most)
            return (findings, []);
        var (listed, unlisted) = (new List<Finding>(), new List<Finding>());
        var counts = findings.CountBy(finding => (finding.Rule.Id, finding.File)).ToDictionary();
        var seen = new Dictionary<(string Rule, string File), int>();
        foreach (var finding in findings)
        {
            var key = (finding.Rule.Id, finding.File);
            var place = seen[key] = seen.GetValueOrDefault(key) + 1;
            if (place == most + 1)
                listed.Add(Rest(finding, counts[key] - most, _unread.GetValueOrDefault(key)));
            (place > most ? unlisted : listed).Add(finding);
        }

        return (listed, unlisted);
    }

    // Takes the place and the severity of the first unlisted finding.
    private Finding Rest(Finding first, int more, int unread) => first with
    {
        IsSensitive = false,
        Message = unread > 0
            ? $"more than {most} findings of {first.Rule.Id} in this file; {unread:N0} further places were not checked"
            : $"{more:N0} more {(more == 1 ? "finding" : "findings")} of {first.Rule.Id} in this file; only the first {most} are listed",
        Evidence = [],
        Fix = null,
    };

    private SuppressionIndex Suppressions(string file, IEnumerable<Document> documents)
    {
        if (!_suppressions.TryGetValue(file, out var suppressions))
            _suppressions[file] = suppressions = new SuppressionIndex(documents.FirstOrDefault(document => document.Path == file) is { } document ? Analysis.Suppressions.Read(document) : []);
        return suppressions;
    }
}
