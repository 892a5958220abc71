using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CodeRelay.Files;

namespace CodeRelay.Agents.Setup.Upgrade;

/// <summary>The versions of the command in the configured package sources.</summary>
/// <param name="IsAnswered">False when no source answered.</param>
/// <param name="Newest">The newest stable version of all sources, or null without one.</param>
/// <param name="Skipped">The version that the user skipped, or null.</param>
internal sealed record UpgradeCheck(bool IsAnswered, string? Newest, string? Skipped)
{
    private static readonly TimeSpan InPassing = TimeSpan.FromSeconds(1);

    /// <summary>True when a version newer than this command exists.</summary>
    public bool IsNewer => Newest is not null && StableVersion.IsNewer(Newest, Product.Version);

    /// <summary>True when it is also not the skipped version.</summary>
    public bool IsWorthAnnouncing => IsNewer && Newest != Skipped;

    /// <summary>Asks now.</summary>
    /// <param name="directory">Full path of the directory whose NuGet.Config applies.</param>
    /// <param name="limit">The time limit; answers until then count.</param>
    /// <param name="environment">The user's machine; this process's when null.</param>
    public static UpgradeCheck Ask(string directory, TimeSpan limit, UserEnvironment? environment = null)
    {
        environment ??= UserEnvironment.Current;
        using var cancellation = new CancellationTokenSource(limit);
        // A name lookup cannot always be cancelled, so no task is awaited beyond the limit.
        var questions = PackageSources.Find(directory, environment).Select(source => Task.Run(() => PackageFeed.VersionsAsync(source, Product.Package, cancellation.Token))).ToArray();
        Task.WaitAll(questions, limit);
        var answers = questions.Where(question => question.IsCompletedSuccessfully).Select(question => question.Result).OfType<IReadOnlyList<string>>().ToList();
        var newest = answers.SelectMany(versions => versions).Where(version => StableVersion.TryParse(version, out _)).MaxBy(version => StableVersion.TryParse(version, out var parsed) ? parsed : null);
        return new UpgradeCheck(answers.Count > 0, newest, new UpgradeStamps(environment).ReadSkipped());
    }

    /// <summary>Asks in the background, once a day and never in CI; an answer later than a second is dropped.</summary>
    /// <inheritdoc cref="Ask" path="/param"/>
    public static Task<UpgradeCheck?> BeginDaily(string directory, UserEnvironment? environment = null)
    {
        environment ??= UserEnvironment.Current;
        if (environment.Variable("CI") is not null || !new UpgradeStamps(environment).TryTakeTurn(DateTimeOffset.UtcNow))
            return Task.FromResult<UpgradeCheck?>(null);
        return Task.Run<UpgradeCheck?>(() => Ask(directory, InPassing, environment));
    }

    /// <summary>Never announces a version again; a later one is announced.</summary>
    /// <param name="version">A stable version.</param>
    /// <param name="environment">The user's machine; this process's when null.</param>
    /// <returns>False when it is not a stable version; then nothing is stored.</returns>
    /// <exception cref="IOException">The version cannot be stored.</exception>
    public static bool TrySkip(string version, UserEnvironment? environment = null)
    {
        if (!StableVersion.TryParse(version, out _))
            return false;
        new UpgradeStamps(environment ?? UserEnvironment.Current).Skip(version);
        return true;
    }
}

/// <summary>Compares stable versions as NuGet does.</summary>
internal static class StableVersion
{
    /// <summary>Parses `1.2`, `1.2.3` or `1.2.3.4`; a pre-release label is invalid, and build metadata is ignored.</summary>
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

    /// <summary>True when a stable version follows another one, which may have a label: 1.0.0 follows 1.0.0-beta.</summary>
    public static bool IsNewer(string stable, string than)
    {
        if (!TryParse(stable, out var version) || !TryParse(than.Split('-')[0], out var other))
            return false;
        return version > other || (version == other && than.Contains('-', StringComparison.Ordinal));
    }
}
