using System.Text.RegularExpressions;

namespace CodeRelay.Documents;

/// <summary>Finds commit ids: 7 to 40 hex digits with at least one digit and one letter, or 40 of any kind.</summary>
internal static partial class CommitReader
{
    public static IEnumerable<(int Index, int Length)> Read(string text)
    {
        foreach (Match match in Id().Matches(text))
            yield return (match.Index, match.Length);
    }

    // Excludes parts of longer words, UUIDs, colours, `git describe` names, file names, addresses, commits of other repositories
    // (owner/name@id), and 32 digits, which are a checksum.
    [GeneratedRegex(
        @"(?<![\w#/-]|(?<!\.)\.|[\w.-]/[\w.-]{1,100}@|(?:sha\d{1,3}|md5|sha):)(?:[0-9a-f]{40}|(?![0-9a-f]{32}\b)(?=[0-9]*[a-f])(?=[a-f]*[0-9])[0-9a-f]{7,39})(?![\w-]|\.\w|:\w|%|…|\.\.\.)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Id();
}
