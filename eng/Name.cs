using System.Text.RegularExpressions;

namespace CodeRelay.Eng;

/// <summary>The two spellings of names.</summary>
internal static partial class Name
{
    /// <summary>DeadBadge → dead-badge.</summary>
    /// <exception cref="FailedException">The name is not in Pascal case.</exception>
    public static string Kebab(string pascal) => Pascal().IsMatch(pascal)
        ? string.Join('-', Words().Matches(pascal).Select(match => match.Value.ToLowerInvariant()))
        : throw new FailedException($"'{pascal}' is not a name; valid is Pascal case, such as DeadBadge");

    /// <summary>Rejects a name that is not in kebab case.</summary>
    /// <exception cref="FailedException">The name is not in kebab case.</exception>
    public static string RequireKebab(string name) => KebabCase().IsMatch(name) ? name : throw new FailedException($"'{name}' is not a name; valid is kebab case, such as coderelay-notes");

    [GeneratedRegex("^[A-Z][A-Za-z0-9]+$", RegexOptions.None, 1000)]
    private static partial Regex Pascal();

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KebabCase();

    // A run of capitals is one word: JUnit, HTMLReport.
    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z][a-z0-9]*|[a-z0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Words();
}
