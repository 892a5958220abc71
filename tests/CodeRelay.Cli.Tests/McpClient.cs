using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CodeRelay.Cli.Tests;

/// <summary>A client that speaks with a real `coderelay mcp` line by line, and looks at every byte that comes.</summary>
internal sealed class McpClient : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _error;
    private readonly List<JsonElement> _strays = [];
    private int _lastId;

    /// <param name="directory">Where the process runs.</param>
    /// <param name="environment">Added to the one of tests; null removes.</param>
    /// <param name="capabilities">What the client says that it can do; null for a session that has not begun.</param>
    public McpClient(string directory, IReadOnlyDictionary<string, string?>? environment = null, string? capabilities = "{}")
    {
        var start = Coderelay.StartInfo(["mcp"], directory, environment);
        _process = Process.Start(start)!;
        _error = _process.StandardError.ReadToEndAsync();
        if (capabilities is null)
            return;
        Session = Request("initialize", $$$"""{"protocolVersion":"2025-06-18","capabilities":{{{capabilities}}},"clientInfo":{"name":"test-client","version":"1"}}""").GetProperty("result");
        Send("""{"jsonrpc":"2.0","method":"notifications/initialized"}""");
    }

    /// <summary>What the server said of itself.</summary>
    public JsonElement Session { get; }

    /// <summary>What the server is told when it asks for roots.</summary>
    public IReadOnlyList<string> Roots { get; init; } = [];

    /// <summary>Answers that belong to no request, as those to lines that are none.</summary>
    public IReadOnlyList<JsonElement> Strays => _strays;

    /// <summary>Asks and waits for the answer, with `result` or `error`.</summary>
    public JsonElement Request(string method, string? parameters = null)
    {
        var id = ++_lastId;
        Send($$"""{"jsonrpc":"2.0","id":{{id}},"method":"{{method}}"{{(parameters is null ? "" : $",\"params\":{parameters}")}}}""");
        return AnswerTo(id);
    }

    /// <summary>Calls a tool; its answer is a result, with or without `isError`.</summary>
    public ToolReply Call(string tool, params ReadOnlySpan<(string Name, string Value)> arguments)
    {
        var given = new JsonObject();
        foreach (var (name, value) in arguments)
            given.Add(name, value);
        var answer = Request("tools/call", $$"""{"name":"{{tool}}","arguments":{{given.ToJsonString()}}}""");
        Assert.True(answer.TryGetProperty("result", out var result), answer.GetRawText());
        var texts = result.GetProperty("content").EnumerateArray().Select(block => block.GetProperty("text").GetString()!).ToArray();
        return new ToolReply(texts[0], texts.Length > 1 ? texts[1] : "", result.TryGetProperty("isError", out var isError) && isError.GetBoolean());
    }

    /// <summary>Writes a line as it is.</summary>
    public void Send(string line) => Send(Encoding.UTF8.GetBytes(line));

    public void Send(byte[] line)
    {
        _process.StandardInput.BaseStream.Write([.. line, (byte)'\n']);
        _process.StandardInput.BaseStream.Flush();
    }

    /// <summary>Reads the next message, whatever it is.</summary>
    public JsonElement Read()
    {
        var reading = _process.StandardOutput.ReadLineAsync();
        Assert.True(reading.Wait(TimeSpan.FromMinutes(1)), "the server does not answer");
        var line = reading.Result ?? throw new InvalidOperationException($"the server ended: {_error.GetAwaiter().GetResult()}");
        using var json = JsonDocument.Parse(line);
        Assert.Equal("2.0", json.RootElement.GetProperty("jsonrpc").GetString());
        return json.RootElement.Clone();
    }

    /// <summary>Nobody reads any more.</summary>
    public void StopReading() => _process.StandardOutput.Close();

    /// <summary>Ends the input and waits for the end of the process.</summary>
    /// <returns>The exit code and what came on standard error.</returns>
    public (int ExitCode, string Error) End()
    {
        _process.StandardInput.Close();
        Assert.True(_process.WaitForExit(TimeSpan.FromMinutes(2)), "the server did not end");
        return (_process.ExitCode, _error.GetAwaiter().GetResult());
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private JsonElement AnswerTo(int id)
    {
        while (true)
        {
            var message = Read();
            if (message.TryGetProperty("method", out var method))
                Answer(method.GetString()!, message);
            else if (message.GetProperty("id") is { ValueKind: JsonValueKind.Number } own && own.GetInt32() == id)
                return message;
            else
                _strays.Add(message);
        }
    }

    private void Answer(string method, JsonElement question)
    {
        Assert.Equal("roots/list", method);
        var roots = string.Join(',', Roots.Select(root => $"{{\"uri\":\"{new Uri(root).AbsoluteUri}\"}}"));
        Send($"{{\"jsonrpc\":\"2.0\",\"id\":{question.GetProperty("id").GetRawText()},\"result\":{{\"roots\":[{roots}]}}}}");
    }
}

/// <summary>What a tool answered.</summary>
/// <param name="Text">The answer.</param>
/// <param name="Talk">What a command would have said beside it.</param>
/// <param name="IsError">True when what was asked for was not done.</param>
internal sealed record ToolReply(string Text, string Talk, bool IsError);
