using System.Text.Json;
using CodeRelay.Files;
using CodeRelay.Git;
using CodeRelay.Packets;
using CodeRelay.Packets.Lanes;
using CodeRelay.Text;

namespace CodeRelay.Agents.Takeover;

/// <summary>Stores a decision to switch with its reasons.</summary>
internal static class RouteRecord
{
    /// <summary>Stores it in the state directory as the latest of this worktree.</summary>
    /// <returns>Full path of the record.</returns>
    /// <exception cref="IOException">The state directory cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">As for <see cref="IOException"/>.</exception>
    public static string Save(RouteDecision decision, Repository repository, UserEnvironment environment, DateTimeOffset now)
    {
        using var content = new MemoryStream();
        using (var json = new Utf8JsonWriter(content, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("root", repository.Root);
            json.WriteString("at", now);
            json.WriteString("from", decision.Facts.From?.Id);
            json.WriteString("to", decision.Request.To?.Id);
            json.WriteString("fromLane", decision.Facts.Lane?.Word());
            json.WriteString("toLane", decision.Facts.Next?.Word());
            json.WriteString("reason", decision.Reason);
            json.WriteEndObject();
        }

        var path = Path.Combine(StateDirectory.Of(repository, environment), "routes", $"{Hashing.Of(repository.Root):x16}.json");
        AtomicFile.Write(path, content.ToArray());
        return path;
    }

    /// <summary>Writes the reason, and a changed lane, into the packet's front matter, where the next session and RLY7007 read them.</summary>
    /// <returns>Full path of the packet's HANDOFF.md.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">As for <see cref="IOException"/>.</exception>
    /// <exception cref="InvalidDataException">The front matter is not valid YAML, so an edit could damage it.</exception>
    public static string WriteInto(Packet packet, RouteDecision decision, Repository repository)
    {
        if (packet.Handoff.FrontMatter?.Error is { } error)
            throw new InvalidDataException($"the front matter of {packet.Handoff.Path} cannot be read ({error}); repair it first");
        var path = repository.FullPath(packet.Handoff.Path);
        var bytes = FrontMatterEdit.Set(File.ReadAllBytes(path), "switch", decision.Reason);
        if (decision.Facts.Next is { } next && next != decision.Facts.Lane)
            bytes = FrontMatterEdit.Set(bytes, "lane", next.Word());
        AtomicFile.Write(path, bytes);
        return path;
    }
}

/// <summary>Sets keys in a file's front matter; every other byte stays.</summary>
internal static class FrontMatterEdit
{
    /// <summary>The bytes with the key set, in a new front matter when there is none.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="key">A plain word.</param>
    /// <param name="value">Any text on one line; it is quoted.</param>
    public static byte[] Set(byte[] bytes, string key, string value)
    {
        var text = new ByteText(bytes);
        var entry = $"{key}: {Quote(value)}";
        var lines = text.Lines().ToArray();
        var end = lines is [var first, ..] && first.Text.TrimEnd() == "---" ? Array.FindIndex(lines, 1, line => line.Text.TrimEnd() == "---") : -1;
        if (end < 0)
            return text.Replace(text.Start, text.Start, $"---\n{entry}\n---\n\n");
        var at = Array.FindIndex(lines, 1, end - 1, line => line.Text.StartsWith(key + ":", StringComparison.Ordinal));
        if (at < 0)
            return text.Replace(lines[end].Start, lines[end].Start, entry + "\n");
        // The lines of a multi-line value are indented.
        var last = at;
        while (last + 1 < end && lines[last + 1].Text is [' ' or '\t', ..])
            last++;
        return text.Replace(lines[at].Start, lines[last].Start + lines[last].Text.Length, entry);
    }

    // A plain word needs no quotes, and `lane: audit` is the usual form.
    private static string Quote(string value) =>
        value.All(char.IsAsciiLetter) ? value : $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
