using System.Text;
using CodeRelay.Agents.Editing;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Packets;

namespace CodeRelay.Agents.Setup.Scaffolding;

/// <summary>Decides the change of one file: a user's file is merged, CodeRelay's is kept unless it is to be replaced.</summary>
/// <param name="existing">The existing files.</param>
/// <param name="force">True to replace CodeRelay's files, after a backup.</param>
/// <param name="conversion">The profile to convert an existing packet to, with the other profile's HANDOFF.md; null to keep it.</param>
internal sealed class FilePlanner(ExistingFiles existing, bool force, (Profile Profile, string Other)? conversion)
{
    private const string Instructions = "AGENTS.md";

    // The files where NuGet accepts a package for all projects.
    private static readonly string[] SharedProjectFiles = [BuildTargets.FileName, "Directory.Build.props", "Directory.Packages.props"];

    /// <param name="path">Relative to the root.</param>
    /// <param name="content">The content of a new file.</param>
    public ScaffoldFile Plan(string path, string content)
    {
        if (path == BuildTargets.FileName && FindReference() is { } file)
            return new ScaffoldFile(file, FileChangeKind.Kept) { Note = $"refers to {BuildTargets.PackageName}" };
        var bytes = Encoding.UTF8.GetBytes(content);
        if (existing.Read(path) is not { } old)
            return new ScaffoldFile(path, FileChangeKind.Wrote) { Content = bytes };
        return path switch
        {
            Instructions => Merge(path, old, ManagedBlock.ReadingOrder.Merge(path, old, ManagedBlock.ReadingOrder.Of(content)), "has the reading order"),
            "CLAUDE.md" when existing.AreSame(path, Instructions) => new ScaffoldFile(path, FileChangeKind.Kept) { Note = "is a link to AGENTS.md" },
            "CLAUDE.md" => Merge(path, old, ClaudeImport.Merge(old, content), "imports AGENTS.md"),
            BuildTargets.FileName => new ScaffoldFile(path, FileChangeKind.Merged) { Content = BuildTargets.Merge(old, content) },
            Configuration.FileName when !force && conversion is { } wanted => Merge(path, old, ProfileSetting.Merge(old, wanted.Profile), "names the profile"),
            _ when !force && conversion is { } wanted && DocumentKinds.Of(path) == DocumentKind.Handoff => Convert(path, old, content, wanted.Other),
            _ => Replace(path, old, bytes),
        };
    }

    private static ScaffoldFile Convert(string path, byte[] old, string template, string other)
    {
        var (content, note) = ProfileConversion.Convert(path, old, template, other);
        return Merge(path, old, content, "has the sections of the profile") with { Note = note ?? "has the sections of the profile" };
    }

    private static ScaffoldFile Merge(string path, byte[] old, byte[] merged, string reason) =>
        merged.AsSpan().SequenceEqual(old) ? new ScaffoldFile(path, FileChangeKind.Kept) { Note = reason } : new ScaffoldFile(path, FileChangeKind.Merged) { Content = merged };

    private string? FindReference() =>
        SharedProjectFiles.FirstOrDefault(file => existing.Read(file) is { } project && BuildTargets.RefersToPackage(file, project));

    private ScaffoldFile Replace(string path, byte[] old, byte[] bytes) =>
        !force || bytes.AsSpan().SequenceEqual(old)
            ? new ScaffoldFile(path, FileChangeKind.Kept)
            : new ScaffoldFile(path, FileChangeKind.Wrote) { Content = bytes, Backup = BackupName(path, old) };

    // An earlier backup may be the user's only copy, so it is never overwritten.
    private string? BackupName(string path, byte[] old)
    {
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? $"{path}.bak" : $"{path}.bak.{number}";
            if (existing.Read(name) is not { } backup)
                return name;
            if (backup.AsSpan().SequenceEqual(old))
                return null;
        }
    }
}
