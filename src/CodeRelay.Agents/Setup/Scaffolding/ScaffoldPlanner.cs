using CodeRelay.Agents.Editing;
using CodeRelay.Analysis;
using CodeRelay.Git;
using CodeRelay.Packets;

namespace CodeRelay.Agents.Setup.Scaffolding;

/// <summary>Plans packet, configuration and hooks for a repository without changing it.</summary>
internal static class ScaffoldPlanner
{
    /// <exception cref="ScaffoldException">The repository or an option cannot be scaffolded.</exception>
    /// <exception cref="SettingsException">A runtime's settings file is invalid.</exception>
    public static ScaffoldPlan Plan(Repository repository, Configuration configuration, ScaffoldOptions options)
    {
        ArgumentNullException.ThrowIfNull(repository);
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(options);
        var packets = PacketDiscovery.FindPackets(repository, configuration);
        var location = PacketLocation.Choose(configuration, packets, options.PacketDirectory);
        var packet = packets.FirstOrDefault(packet => packet.Directory == location.Directory);
        var profile = options.Profile ?? configuration.Profile ?? packet?.Profile ?? Profile.Relay;
        var tokens = new TemplateTokens(location, packet, profile, options.Version);
        var existing = new ExistingFiles(repository);
        var planner = new FilePlanner(existing, options.Force, Conversion(options, tokens));

        var files = Groups(options, profile, existing).SelectMany(group => TemplateFiles.Of(group, tokens)).Select(file => planner.Plan(file.Path, file.Content)).ToList();
        var hooks = HookInstaller.Preview(repository, options.Runtimes, files.Select(file => repository.FullPath(file.Path)).ToHashSet(StringComparer.Ordinal));
        return new ScaffoldPlan(
            Combine(files, hooks.Changes),
            options.Runtimes,
            [.. Notes(repository, options, existing), .. hooks.Open]);
    }

    // Both can add to an instruction file.
    private static List<ScaffoldFile> Combine(List<ScaffoldFile> files, IReadOnlyList<FileChange> hooks)
    {
        foreach (var change in hooks)
        {
            var same = files.FindIndex(file => file.Path == change.Path);
            if (same < 0)
                files.Add(new ScaffoldFile(change.Path, change.Kind));
            else if (files[same].Kind == FileChangeKind.Kept)
                files[same] = new ScaffoldFile(change.Path, change.Kind) { Note = change.Kind == FileChangeKind.Kept ? files[same].Note : null };
        }

        return files;
    }

    // Only an explicit profile converts an existing packet.
    private static (Profile, string)? Conversion(ScaffoldOptions options, TemplateTokens tokens) => options.Profile is { } profile
        ? (profile, TemplateFiles.Of(GroupOf(profile == Profile.Contract ? Profile.Relay : Profile.Contract), tokens).Single().Content)
        : null;

    private static string GroupOf(Profile profile) => profile == Profile.Contract ? "profile-contract" : "profile-relay";

    // The template's directories, under the conditions in its `sources`.
    private static IEnumerable<string> Groups(ScaffoldOptions options, Profile profile, ExistingFiles existing)
    {
        yield return GroupOf(profile);
        yield return "packet";
        yield return "instructions";
        foreach (var runtime in options.Runtimes)
            yield return $"agent-{runtime.Id}";
        if (options.BuildCheck && existing.HasDotnetProject)
            yield return "build-check";
        if (options.Gate != GateWorkflow.None)
            yield return options.Gate == GateWorkflow.GitHub ? "gate-github" : "gate-azure";
    }

    private static IEnumerable<string> Notes(Repository repository, ScaffoldOptions options, ExistingFiles existing)
    {
        if (repository.GitDirectory is null)
            yield return "this is not a git repository: the packet can be checked, but not its freshness";
        if (!options.BuildCheck)
            yield break;
        if (!existing.HasDotnetProject)
            yield return $"no .NET project or solution here, so no {BuildTargets.FileName}";
        foreach (var hiding in BuildTargets.FindHiding(existing))
            yield return $"{hiding} hides the {BuildTargets.FileName} of the root from the projects below it; import the root's file there";
    }
}
