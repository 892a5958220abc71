using CodeRelay.Agents.Handoffs;

namespace CodeRelay.Agents.AgentOps;

/// <summary>Writes artifacts into the folder: whole, and never over another.</summary>
internal static class ArtifactWriter
{
    private const int MostTries = 3600;

    /// <summary>The permissions of files for other programs of the same repository.</summary>
    internal const UnixFileMode Shared = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>An artifact's id is a time; when it is taken, the next free second is used.</summary>
    public static string IdAt(DateTimeOffset time) => $"handoff-{HandoffFileName.Time(time)}";

    /// <summary>Writes an artifact.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="compose">Creates the artifact for an id.</param>
    /// <param name="now">The time of the id.</param>
    /// <returns>The written artifact and the full path of its file.</returns>
    /// <exception cref="RelayException">The folder is outside of the repository.</exception>
    /// <exception cref="IOException">The file cannot be written; nothing is left behind.</exception>
    public static (HandoffArtifact Artifact, string Path) Write(ArtifactFolder folder, Func<string, HandoffArtifact> compose, DateTimeOffset now)
    {
        folder.Create();
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var id = IdAt(now.AddSeconds(attempt));
            var stem = Path.Combine(folder.Path, id);
            // Its reader could not rename it.
            if (Path.Exists(stem + ArtifactFolder.Consuming) || Path.Exists(stem + ArtifactFolder.Consumed))
                continue;
            var artifact = compose(id);
            if (TryWrite(stem + ArtifactFolder.Extension, ArtifactJson.Write(artifact)))
                return (artifact, stem + ArtifactFolder.Extension);
        }

        throw new IOException($"'{IdAt(now)}' and the {MostTries - 1} ids after it are taken in {folder.Path}");
    }

    /// <summary>Writes a new file that others may read.</summary>
    /// <param name="path">Full path in an existing directory.</param>
    /// <param name="content">The whole content.</param>
    /// <returns>False when the name is taken.</returns>
    /// <exception cref="IOException">The file cannot be written; nothing is left behind.</exception>
    internal static bool TryWrite(string path, ReadOnlySpan<byte> content)
    {
        if (Path.Exists(path))
            return false;
        var temporary = Publisher.WriteTemporary(Path.GetDirectoryName(path)!, content, mode: Shared);
        try
        {
            if (ExclusiveMove.Try(temporary, path))
                return true;
        }
        catch
        {
            Publisher.TryDelete(temporary);
            throw;
        }

        Publisher.TryDelete(temporary);
        return false;
    }
}
