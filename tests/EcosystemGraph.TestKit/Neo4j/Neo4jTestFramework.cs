using System.Reflection;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace EcosystemGraph.TestKit.Neo4j;

/// <summary>
/// Lets the tests of classes in the collection <see cref="Neo4jServer.Collection"/> be skipped, each by its name and with the reason, where there is no Neo4j.
/// An assembly asks for it: <c>[assembly: TestFramework("EcosystemGraph.TestKit.Neo4j.Neo4jTestFramework", "EcosystemGraph.TestKit")]</c>.
/// </summary>
/// <remarks>Here and not in an attribute of each test, because the contract of a store is inherited as it is.</remarks>
public sealed class Neo4jTestFramework(IMessageSink messageSink) : XunitTestFramework(messageSink)
{
    protected override ITestFrameworkDiscoverer CreateDiscoverer(IAssemblyInfo assemblyInfo) => new Discoverer(assemblyInfo, SourceInformationProvider, DiagnosticMessageSink);

    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) => new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Executor(AssemblyName assemblyName, ISourceInformationProvider sources, IMessageSink sink) : XunitTestFrameworkExecutor(assemblyName, sources, sink)
    {
        protected override ITestFrameworkDiscoverer CreateDiscoverer() => new Discoverer(AssemblyInfo, SourceInformationProvider, DiagnosticMessageSink);
    }

    private sealed class Discoverer(IAssemblyInfo assemblyInfo, ISourceInformationProvider sources, IMessageSink sink) : XunitTestFrameworkDiscoverer(assemblyInfo, sources, sink)
    {
        protected override bool FindTestsForMethod(ITestMethod testMethod, bool includeSourceInformation, IMessageBus messageBus, ITestFrameworkDiscoveryOptions discoveryOptions)
        {
            if (Neo4jSource.ReasonToSkip is null || !NeedsNeo4j(testMethod.TestClass.Class) || !testMethod.Method.GetCustomAttributes(typeof(FactAttribute)).Any())
                return base.FindTestsForMethod(testMethod, includeSourceInformation, messageBus, discoveryOptions);
            return ReportDiscoveredTestCase(
                new SkippedTestCase(DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod),
                includeSourceInformation,
                messageBus);
        }

        private static bool NeedsNeo4j(ITypeInfo type) =>
            type.GetCustomAttributes(typeof(CollectionAttribute)).Any(collection => collection.GetConstructorArguments().Contains(Neo4jServer.Collection));
    }
}

/// <summary>A test that is skipped because there is no Neo4j.</summary>
public sealed class SkippedTestCase : XunitTestCase
{
    /// <summary>Called when it is sent from one process to another.</summary>
    [Obsolete("For the deserializer.")]
    public SkippedTestCase() { }

    public SkippedTestCase(IMessageSink sink, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod testMethod) : base(sink, display, options, testMethod) { }

    protected override string? GetSkipReason(IAttributeInfo factAttribute) => Neo4jSource.ReasonToSkip;
}
