namespace CodeRelay.Build;

/// <summary>
/// The findings by rule and severity, numbered from 1 in the order of their first finding: equal lines give equal numbers.
/// </summary>
internal sealed class FindingGroups
{
    private readonly List<List<FindingLine>> _groups = [];

    public FindingGroups(IEnumerable<FindingLine> findings)
    {
        foreach (var finding in findings)
            Group(finding).Add(finding);
    }

    /// <param name="number">From 1.</param>
    public IReadOnlyList<FindingLine> this[int number] => number <= _groups.Count ? _groups[number - 1] : [];

    /// <summary>The requests that log the groups a policy shows.</summary>
    public (List<LogRequest> Errors, List<LogRequest> Others) Requests(WarningPolicy policy)
    {
        var (errors, others) = (new List<LogRequest>(), new List<LogRequest>());
        for (var index = 0; index < _groups.Count; index++)
        {
            var finding = _groups[index][0];
            if (policy.Apply(finding.Code, finding.Level) is { } level)
                (level == FindingLevel.Error ? errors : others).Add(new LogRequest(level, index + 1));
        }

        return (errors, others);
    }

    private List<FindingLine> Group(FindingLine finding)
    {
        foreach (var group in _groups)
        {
            if (group[0].Code == finding.Code && group[0].Level == finding.Level)
                return group;
        }

        var added = new List<FindingLine>();
        _groups.Add(added);
        return added;
    }
}
