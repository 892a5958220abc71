namespace CodeRelay.Analysis;

/// <summary>Suppressions by file and rule, so that a look-up skips comments about other rules.</summary>
internal sealed class SuppressionIndex
{
    private const string EveryRule = "";

    private readonly Dictionary<(string File, string Rule), List<Suppression>> _suppressions = [];

    public SuppressionIndex(IEnumerable<Suppression> suppressions)
    {
        foreach (var suppression in suppressions)
        {
            if (suppression.Rules.Count == 0)
                Add(suppression, EveryRule);
            foreach (var rule in suppression.Rules)
                Add(suppression, rule.ToUpperInvariant());
        }
    }

    /// <summary>True when a suppression covers the finding.</summary>
    public bool Covers(Finding finding) => Covers(finding, finding.Rule.Id.ToUpperInvariant()) || Covers(finding, EveryRule);

    private bool Covers(Finding finding, string rule) =>
        _suppressions.TryGetValue((finding.File, rule), out var suppressions) && suppressions.Exists(suppression => suppression.Covers(finding));

    private void Add(Suppression suppression, string rule)
    {
        var key = (suppression.Document.Path, rule);
        if (!_suppressions.TryGetValue(key, out var suppressions))
            _suppressions[key] = suppressions = [];
        suppressions.Add(suppression);
    }
}
