using CodeRelay.Analysis;
using CodeRelay.Cli.Output;
using CodeRelay.Documents;
using CodeRelay.Files;
using CodeRelay.Git;
using CodeRelay.Packets;
using CodeRelay.Text;

namespace CodeRelay.Cli.CommandLine;

/// <summary>The documents of paths in the arguments: files, directories (with all Markdown files below) and globs.</summary>
internal static class NamedDocuments
{
    private static readonly string[] MarkdownExtensions = [".md", ".markdown", ".mdc", ".mdx"];

    private const string NameOfInput = "stdin.md";

    /// <summary>Reads them in argument order without duplicates; within a directory in ordinal order.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="directory">Full path of the base directory; the current directory when null.</param>
    /// <exception cref="UsageException">A path does not exist, or is outside of the repository.</exception>
    public static IReadOnlyList<Document> Read(Repository repository, IEnumerable<string> arguments, string? directory = null) =>
        [.. arguments.SelectMany(argument => Paths(repository, argument, directory)).Distinct(StringComparer.Ordinal).Select(path => PacketDiscovery.ReadDocument(repository, path)).OfType<Document>()];

    /// <summary>The text on standard input, treated as a file's content.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="standsFor">The file, which need not exist; null for none.</param>
    /// <exception cref="UsageException">The file is outside of the repository.</exception>
    public static Document OfInput(Repository repository, string? standsFor)
    {
        var path = Locate(repository, standsFor ?? NameOfInput);
        using var input = Terminal.OpenInput();
        var buffer = new byte[SourceText.DefaultLimit];
        var count = input.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        var hasMore = count == buffer.Length && input.ReadByte() >= 0;
        return new Document(path, SourceText.Decode(buffer.AsSpan(0, count), count + (hasMore ? 1 : 0)));
    }

    /// <summary>The path of an argument relative to the root.</summary>
    /// <inheritdoc cref="Read" path="/param"/>
    /// <exception cref="UsageException">The path is outside of the repository.</exception>
    public static string Locate(Repository repository, string argument, string? directory = null)
    {
        var full = Path.GetFullPath(argument, directory ?? Directory.GetCurrentDirectory());
        return repository.RelativePath(full) ?? repository.RelativePath(RealPath.Of(full))
            ?? throw new UsageException($"'{argument}' is outside '{repository.Root}'; valid are paths in the repository of the current directory");
    }

    /// <summary>The packet of a HANDOFF.md or directory in the arguments.</summary>
    /// <exception cref="UsageException">No packet is there.</exception>
    public static Packet FindPacket(Repository repository, Configuration configuration, IReadOnlyList<Packet> packets, string argument)
    {
        var path = Locate(repository, argument);
        if (packets.FirstOrDefault(packet => packet.Handoff.Path == path || packet.Directory == (path == "." ? "" : path)) is { } known)
            return known;
        // An explicit path also reads a packet that discovery skips, such as an archived one.
        if (DocumentKinds.Of(path) == DocumentKind.Handoff && PacketDiscovery.ReadDocument(repository, path) is { } handoff)
            return PacketDiscovery.PacketOf(repository, configuration, handoff);
        throw new UsageException(packets.Count == 0
            ? $"'{argument}' is not a packet, and this repository has none; `coderelay init` creates one"
            : $"'{argument}' is not a packet; valid are {string.Join(", ", packets.Select(packet => VisibleText.OfLine(packet.Handoff.Path)))}");
    }

    private static IEnumerable<string> Paths(Repository repository, string argument, string? directory)
    {
        var path = Locate(repository, argument, directory);
        var full = repository.FullPath(path);
        if (File.Exists(full))
            return repository.ReadText(path, limit: 1) is null ? throw new UsageException($"'{argument}' is a link that leads out of '{repository.Root}'") : [path];
        if (Directory.Exists(full))
            return repository.VisibleFiles.Where(file => IsMarkdown(file) && IsBelow(file, path));
        if (!Glob.IsPattern(argument))
            throw new UsageException(argument.StartsWith('-') ? $"unknown option '{argument}'; see `coderelay check --help`" : $"'{argument}' does not exist");
        var matches = repository.VisibleFiles.Where(file => Glob.IsMatch(path, file)).ToArray();
        return matches.Length > 0 ? matches : throw new UsageException($"'{argument}' matches no file");
    }

    private static bool IsMarkdown(string path) => MarkdownExtensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private static bool IsBelow(string path, string directory) => directory == "." || path.StartsWith(directory + "/", StringComparison.Ordinal);
}
