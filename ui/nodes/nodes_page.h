// SPDX-FileCopyrightText: 2026 The Signalbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include "core/model/release.h"
#include "core/model/terminal.h"
#include "ui/shell/list_page.h"

class QLabel;
class QPushButton;
class QTableWidget;
class QVBoxLayout;

namespace signalbox::ui {

class FactList;
class NodeModel;

/// The download nodes: a light for each cluster, a table of nodes, one node's copies.
class NodesPage : public ListPage {
    Q_OBJECT
public:
    explicit NodesPage(ManagerLink& link, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Nodes and clusters", "page"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("page-nodes"); }
    /// A node's name, or "join".
    void open(const QString& what) override;

protected:
    void refresh(Topics topics) override;
    void clear() override;
    void chosen() override;

private:
    [[nodiscard]] QWidget* makeDetail();
    void readClusters();
    void readReleases();
    void showClusters();
    void addNodes();
    void addCluster();
    void removeNode();
    void removeCluster(const QString& cluster);

    NodeModel* m_model = nullptr;
    QVBoxLayout* m_clusterRows = nullptr;
    std::vector<Cluster> m_clusters;
    std::map<ReleaseId, QString> m_releases;
    QLabel* m_title = nullptr;
    FactList* m_facts = nullptr;
    QTableWidget* m_copies = nullptr;
    QPushButton* m_remove = nullptr;
};

}  // namespace signalbox::ui
