using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CodeRelay.Upgrade;

/// <summary>Compares versions as NuGet does, as far as stable ones go.</summary>
internal static class StableVersion
{
    /// <summary>Reads `1.2`, `1.2.3` or `1.2.3.4`; a version with a label is none, and one with metadata is read without it.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Version? version)
    {
        version = null;
        var parts = text.Split('+')[0].Split('.');
        if (parts.Length is < 2 or > 4)
            return false;
        var numbers = new int[4];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
                return false;
        }

        version = new Version(numbers[0], numbers[1], numbers[2], numbers[3]);
        return true;
    }

    /// <summary>Tells whether a stable version comes after another one, which may have a label: 1.0.0 comes after 1.0.0-beta.</summary>
    public static bool IsNewer(string stable, string than)
    {
        if (!TryParse(stable, out var version) || !TryParse(than.Split('-')[0], out var other))
            return false;
        return version > other || (version == other && than.Contains('-', StringComparison.Ordinal));
    }
}
