using System.Text.RegularExpressions;

namespace CodeRelay.Build;

/// <summary>The command's message about an invalid configuration: `coderelay: coderelay.yml(3,5): unknown key …`.</summary>
internal static class ConfigurationError
{
    /// <summary>The code of the warning; not a rule, so that no configuration can disable it.</summary>
    private const string Code = "RLY0001";

    private static readonly Regex Pattern = new(
        @"^coderelay: (?<file>[^()]+)(?<place>\(\d+,\d+\)): (?<message>.+)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    /// <returns>The error as a <see cref="FindingLine"/>, or null for any other text.</returns>
    public static string? Parse(string text, string root)
    {
        var match = Pattern.Match(text);
        return match.Success
            ? $"{Path.Combine(root, match.Groups["file"].Value)}{match.Groups["place"].Value}: warning {Code}: {match.Groups["message"].Value}"
            : null;
    }
}
