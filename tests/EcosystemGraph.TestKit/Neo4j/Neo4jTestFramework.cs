using System.Reflection;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace EcosystemGraph.TestKit.Neo4j;

/// <summary>
/// Lets the tests of classes in the collections <see cref="Neo4jServer.Collection"/> and <see cref="KillableNeo4j.Collection"/> be skipped, each by its name and with the reason, where there is no Neo4j.
/// An assembly asks for it: <c>[assembly: TestFramework("EcosystemGraph.TestKit.Neo4j.Neo4jTestFramework", "EcosystemGraph.TestKit")]</c>.
/// </summary>
/// <remarks>Here and not in an attribute of each test, because the contract of a store is inherited as it is.</remarks>
public sealed class Neo4jTestFramework(IMessageSink messageSink) : XunitTestFramework(messageSink)
{
    protected override ITestFrameworkDiscoverer CreateDiscoverer(IAssemblyInfo assemblyInfo) => new Discoverer(assemblyInfo, SourceInformationProvider, DiagnosticMessageSink);

    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) => new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    /// <summary>Why a test is skipped; null if it is not.</summary>
    internal static string? ReasonToSkip(ITestMethod testMethod)
    {
        foreach (var collection in testMethod.TestClass.Class.GetCustomAttributes(typeof(CollectionAttribute)))
        {
            var name = collection.GetConstructorArguments().FirstOrDefault();
            if (name is Neo4jServer.Collection && Neo4jSource.ReasonToSkip is { } reason) return reason;
            if (name is KillableNeo4j.Collection && KillableNeo4j.ReasonToSkip is { } other) return other;
        }

        return null;
    }

    private sealed class Executor(AssemblyName assemblyName, ISourceInformationProvider sources, IMessageSink sink) : XunitTestFrameworkExecutor(assemblyName, sources, sink)
    {
        protected override ITestFrameworkDiscoverer CreateDiscoverer() => new Discoverer(AssemblyInfo, SourceInformationProvider, DiagnosticMessageSink);
    }

    private sealed class Discoverer(IAssemblyInfo assemblyInfo, ISourceInformationProvider sources, IMessageSink sink) : XunitTestFrameworkDiscoverer(assemblyInfo, sources, sink)
    {
        protected override bool FindTestsForMethod(ITestMethod testMethod, bool includeSourceInformation, IMessageBus messageBus, ITestFrameworkDiscoveryOptions discoveryOptions)
        {
            if (ReasonToSkip(testMethod) is null || !testMethod.Method.GetCustomAttributes(typeof(FactAttribute)).Any())
                return base.FindTestsForMethod(testMethod, includeSourceInformation, messageBus, discoveryOptions);
            return ReportDiscoveredTestCase(
                new SkippedTestCase(DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod),
                includeSourceInformation,
                messageBus);
        }
    }
}

/// <summary>A test that is skipped because there is no Neo4j.</summary>
public sealed class SkippedTestCase : XunitTestCase
{
    /// <summary>Called when it is sent from one process to another.</summary>
    [Obsolete("For the deserializer.")]
    public SkippedTestCase() { }

    public SkippedTestCase(IMessageSink sink, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod testMethod) : base(sink, display, options, testMethod) { }

    protected override string? GetSkipReason(IAttributeInfo factAttribute) => Neo4jTestFramework.ReasonToSkip(TestMethod);
}
