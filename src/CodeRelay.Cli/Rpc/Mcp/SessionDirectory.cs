using CodeRelay.Agents.Handoffs;
using CodeRelay.Cli.Output;
using CodeRelay.Files;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace CodeRelay.Cli.Rpc.Mcp;

/// <summary>Finds the directory of a session's calls.</summary>
/// <param name="inputEnd">Set when no more answers can come.</param>
internal sealed class SessionDirectory(CancellationToken inputEnd)
{
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(5);

    private string? _root;
    private bool _wasAsked;

    /// <summary>Drops the client's roots after the client reported a change.</summary>
    public void Forget() => _wasAsked = false;

    /// <summary>
    /// The directory of a call: its argument; else the client's first root, because the client knows its user's place;
    /// else the variable in which runtimes pass the session's directory; else the process's directory.
    /// </summary>
    /// <param name="argument">The argument, or null.</param>
    /// <param name="server">The session, for questions to its client.</param>
    /// <param name="hasNoHandshake">True for a call of a newer protocol, which has no roots.</param>
    /// <exception cref="UsageException">The argument is not a directory.</exception>
    public async Task<string> OfAsync(string? argument, McpServer server, bool hasNoHandshake)
    {
        if (!hasNoHandshake && !_wasAsked)
            (_root, _wasAsked) = (await AskAsync(server), true);
        var usual = _root ?? CurrentRepository.SessionDirectory(UserEnvironment.Current);
        if (argument is null)
            return usual;
        var named = Path.GetFullPath(argument, usual);
        return Directory.Exists(named) ? named : throw new UsageException($"'{argument}' is not a directory; leave it out for '{usual}'");
    }

#pragma warning disable MCP9005 // Roots are deprecated since the July 2026 revision; current clients offer nothing else.
    private async Task<string?> AskAsync(McpServer server)
    {
        if (server.ClientCapabilities?.Roots is null)
            return null;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(inputEnd);
        patience.CancelAfter(AnswerTime);
        try
        {
            var answer = await server.RequestRootsAsync(new ListRootsRequestParams(), patience.Token);
            return answer.Roots.Select(root => Uri.TryCreate(root.Uri, UriKind.Absolute, out var uri) && uri.IsFile ? uri.LocalPath : null).FirstOrDefault(Directory.Exists);
        }
        catch (Exception e) when (e is McpException or OperationCanceledException or InvalidOperationException or IOException or System.Text.Json.JsonException)
        {
            // A client that announces roots but does not return them counts as one without.
            return null;
        }
    }
#pragma warning restore MCP9005
}
