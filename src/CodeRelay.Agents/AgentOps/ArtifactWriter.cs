using CodeRelay.Agents.Handoffs;

namespace CodeRelay.Agents.AgentOps;

/// <summary>Puts artifacts into the folder: whole, and never in the place of another.</summary>
internal static class ArtifactWriter
{
    private const int MostTries = 3600;

    /// <summary>Who may do what with what is written for other programs of the same repository.</summary>
    internal const UnixFileMode Shared = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>The id of an artifact: an id is a time, so the next free second is taken where there is one already.</summary>
    public static string IdAt(DateTimeOffset time) => $"handoff-{HandoffFileName.Time(time)}";

    /// <summary>Writes an artifact.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="compose">Gives the artifact of an id.</param>
    /// <param name="now">The time that the id is to have.</param>
    /// <returns>What was written, and the full path of its file.</returns>
    /// <exception cref="RelayException">The folder leads out of the repository.</exception>
    /// <exception cref="IOException">It cannot be written; nothing is left behind.</exception>
    public static (HandoffArtifact Artifact, string Path) Write(ArtifactFolder folder, Func<string, HandoffArtifact> compose, DateTimeOffset now)
    {
        folder.Create();
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var id = IdAt(now.AddSeconds(attempt));
            var stem = Path.Combine(folder.Path, id);
            // Its reader would have no name to move it to.
            if (Path.Exists(stem + ArtifactFolder.Consuming) || Path.Exists(stem + ArtifactFolder.Consumed))
                continue;
            var artifact = compose(id);
            if (TryWrite(stem + ArtifactFolder.Extension, ArtifactJson.Write(artifact)))
                return (artifact, stem + ArtifactFolder.Extension);
        }

        throw new IOException($"'{IdAt(now)}' and the {MostTries - 1} ids after it are taken in {folder.Path}");
    }

    /// <summary>Writes a new file that others may read.</summary>
    /// <param name="path">Full path; its directory exists.</param>
    /// <param name="content">All of it.</param>
    /// <returns>False when the name is taken.</returns>
    /// <exception cref="IOException">It cannot be written; nothing is left behind.</exception>
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
