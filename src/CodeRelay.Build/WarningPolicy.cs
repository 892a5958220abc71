namespace CodeRelay.Build;

/// <summary>The parts of a project's NoWarn, WarningsAsErrors, WarningsNotAsErrors and TreatWarningsAsErrors about CodeRelay's rules.</summary>
internal sealed class WarningPolicy
{
    private readonly string[] _silent;
    private readonly string[] _errors;
    private readonly string[] _notErrors;
    private readonly bool _allErrors;

    private WarningPolicy(string[] silent, string[] errors, string[] notErrors, bool allErrors) =>
        (_silent, _errors, _notErrors, _allErrors) = (silent, errors, notErrors, allErrors);

    public static WarningPolicy Create(string? noWarn, string? warningsAsErrors, string? warningsNotAsErrors, string? treatWarningsAsErrors) =>
        new(
            RuleIds(noWarn),
            RuleIds(warningsAsErrors),
            RuleIds(warningsNotAsErrors),
            Split(treatWarningsAsErrors, ';').Any(value => value.Equals("true", StringComparison.OrdinalIgnoreCase)));

    /// <summary>The level of a finding under this policy, or null when it is hidden.</summary>
    public FindingLevel? Apply(string code, FindingLevel level)
    {
        // As with analyzers: NoWarn wins over everything, an explicit exception wins over "all".
        if (Contains(_silent, code))
            return null;
        var promoted = Contains(_errors, code) || (_allErrors && !Contains(_notErrors, code));
        return level == FindingLevel.Warning && promoted ? FindingLevel.Error : level;
    }

    /// <summary>Equal text for equal policies, whatever the order and the foreign codes in the project's properties.</summary>
    public override string ToString() =>
        $"{string.Join(",", _silent)}/{string.Join(",", _errors)}/{string.Join(",", _notErrors)}/{(_allErrors ? "true" : "")}";

    private static bool Contains(string[] codes, string code) => Array.IndexOf(codes, code) >= 0;

    private static string[] RuleIds(string? codes) => !RuleCode.MayBeIn(codes) ? [] :
    [
        .. Split(codes, ';', ',', ' ', '\t', '\r', '\n')
            .Select(code => code.ToUpperInvariant())
            .Where(RuleCode.IsOurs)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(code => code, StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Split(string? text, params char[] separators) =>
        (text ?? "").Split(separators, StringSplitOptions.RemoveEmptyEntries).Select(part => part.Trim());
}
