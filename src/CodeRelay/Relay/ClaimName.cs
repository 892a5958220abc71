using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CodeRelay.Relay;

/// <summary>The name of a handoff that a reader has taken and not archived yet: `.claim-[pid]-[name]`.</summary>
/// <param name="ProcessId">The reader's; 0 for one that only a human may release, as in the original.</param>
/// <param name="Name">The handoff's own name.</param>
internal sealed record ClaimName(int ProcessId, string Name)
{
    public const string Prefix = ".claim-";

    public static bool TryParse(string fileName, [NotNullWhen(true)] out ClaimName? claim)
    {
        claim = null;
        if (!fileName.StartsWith(Prefix, StringComparison.Ordinal))
            return false;
        var rest = fileName[Prefix.Length..];
        var dash = rest.IndexOf('-', StringComparison.Ordinal);
        if (dash <= 0 || !int.TryParse(rest[..dash], NumberStyles.None, CultureInfo.InvariantCulture, out var processId) || !HandoffFileName.IsValid(rest[(dash + 1)..]))
            return false;
        claim = new ClaimName(processId, rest[(dash + 1)..]);
        return true;
    }

    public override string ToString() => $"{Prefix}{ProcessId.ToString(CultureInfo.InvariantCulture)}-{Name}";
}
